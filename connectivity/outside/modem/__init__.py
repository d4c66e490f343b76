"""A modem with its SIM card and the radio network, as other programs see it: over AT commands.

`emulator.py` is the modem, `port.py` one client's AT session, `commands.py` what it understands.
"""
