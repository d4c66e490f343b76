"""Key and event codes of the steering wheel's buttons (message MFL_Tasten), both ways.

Codes as recorded on a PCM 5 bench; where it shows none, those of MFL_01 in opendbc (domain:7.5).
"""

from connectivity.messages.vehicle import WheelButton, WheelKey

PRESSED = 1
IDENTIFICATION = 0x31
"""Byte 3 of every frame."""

_THUMB_WHEEL, _VOLUME_WHEEL = 0x06, 0x12
_WHEELS: dict[int, tuple[WheelButton, WheelButton]] = {
    _THUMB_WHEEL: ("up", "down"),
    _VOLUME_WHEEL: ("volume_up", "volume_down"),
}
_BUTTONS: dict[WheelButton, int] = {
    "menu": 0x01,
    "back": 0x03,
    "ok": 0x08,
    "next": 0x15,
    "previous": 0x16,
    "voice": 0x19,
    "phone": 0x1C,
    "mute": 0x20,
    "hang_up": 0x1D,
}
_OTHER_CODES: dict[int, WheelButton] = {
    0x04: "up",
    0x05: "down",
    0x07: "ok",
    0x09: "menu",
    0x10: "volume_up",
    0x11: "volume_down",
    0x13: "mute",
    0x1E: "phone",
}
"""Codes of MFL_01 that the bench does not use for something else."""

MOST_TICKS = 7
_BY_CODE = {**_OTHER_CODES, **{code: button for button, code in _BUTTONS.items()}}


def codes_of(key: WheelKey) -> tuple[int, int]:
    """Key code and event code of up to seven ticks of a wheel, or of one press of a button."""
    for code, (up, down) in _WHEELS.items():
        if key.button in (up, down):
            return code, key.ticks if key.button == up else 16 - key.ticks
    return _BUTTONS[key.button], PRESSED


def is_wheel(button: WheelButton) -> bool:
    """It is turned, by ticks."""
    return any(button in sides for sides in _WHEELS.values())


def key_of(code: int, event: int) -> WheelKey | None:
    """What was done; None: nothing, or what means nothing to a head unit (a held button)."""
    if sides := _WHEELS.get(code):
        up, down = sides
        if 1 <= event <= MOST_TICKS:
            return WheelKey(up, event)
        return WheelKey(down, 16 - event) if 16 - MOST_TICKS <= event <= 15 else None
    button = _BY_CODE.get(code)
    return WheelKey(button) if button and event == PRESSED else None
