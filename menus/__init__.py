"""What can the driver reach: a menu tree per PCM generation, overlays per car and year, labels."""
