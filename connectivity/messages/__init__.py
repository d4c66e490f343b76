"""What travels over the wires, as frozen values: requests out of the head unit, events into it.

One module a wire. An AT modem, a CAN bus or a web service at the other end is translated to and
from these by its driver; the state machines know no other.
"""
