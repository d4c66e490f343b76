"""The head unit and its faces."""

import gc

# What a start makes lives on: looking for garbage in it costs 50 ms of every start.
gc.set_threshold(100_000, 50, 50)
