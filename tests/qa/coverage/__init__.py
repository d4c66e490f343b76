"""Menu coverage of flows."""
