"""All wires of one running head unit at once."""
