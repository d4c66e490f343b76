"""The vehicle's CAN bus: layout of its messages, buses, and the head unit's driver on one."""
