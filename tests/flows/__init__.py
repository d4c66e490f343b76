"""The example flows on every car."""
