"""Short messages on the wire."""
