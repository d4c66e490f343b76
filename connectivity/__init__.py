"""How is the car connected: state machines, data path, wires."""
