"""The recorder: lines, sessions recorded and played back, real windows, killed programs."""
