"""The real window as a driver of flows."""
