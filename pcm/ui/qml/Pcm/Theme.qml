// The tones of the display; `night` follows the screen that is shown.
pragma Singleton

Tones {}
