"""What is at the other end of each wire: SIM card and network, vehicle, phone, My Porsche, as plain
objects.
"""
