"""The other end of each wire, in process: SIM and network, vehicle, phone, My Porsche."""
