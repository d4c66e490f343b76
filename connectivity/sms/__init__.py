"""Short messages on the wire: alphabets and PDUs, for the modem emulator and the modem's driver."""
