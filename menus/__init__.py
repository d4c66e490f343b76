"""What can the driver reach: one menu tree per PCM generation as data, overlays per car and year,
labels.
"""
