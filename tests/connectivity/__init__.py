"""The state machines and the choice of the data path, without a head unit."""
