"""The reachable states of all connected things, and the requirements as invariants on them."""
