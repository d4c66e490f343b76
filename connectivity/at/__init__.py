"""The head unit's modem driver: AT commands (V.250, 3GPP TS 27.007 and 27.005) over a channel."""
