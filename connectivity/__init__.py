"""How is the car connected: state machines for SIM, radio, phone, calls and account, the data path,
the wires.
"""
