"""The CAN bus: layout, protection, the car and the head unit on it."""
