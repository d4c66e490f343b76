"""A driver's hands at the real window: what is drawn is found by name and touched with the mouse.

Used where flows run in the window, and by the touch tests. Nothing here knows a verb.
"""
