"""The AT modem: what the emulator answers, byte by byte."""
