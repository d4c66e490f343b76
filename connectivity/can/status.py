"""The head unit's own frame, PCM_STATUS_01: between its request and signal values, both ways."""

from typing import cast

from connectivity.can.layout import Signal, Values, load_layout
from connectivity.can.readings import read_units
from connectivity.messages.vehicle import PcmStatus, Units

STATUS = "PCM_STATUS_01"
_WISHES = {
    "distance": "PCM_Wunsch_Strecke",
    "temperature": "PCM_Wunsch_Temp",
    "pressure": "PCM_Wunsch_Druck",
    "consumption": "PCM_Wunsch_Verbrauch",
    "clock": "PCM_Wunsch_Uhrzeit",
    "date": "PCM_Wunsch_Datum",
}


def status_values(status: PcmStatus) -> dict[str, float]:
    signals = load_layout().by_name[STATUS].by_name
    words = {
        "PCM_Datenweg": status.path,
        "PCM_Anruf": status.call,
        "PCM_Konto": status.account,
        "PCM_Wunsch_Sprache": status.language,
        **{name: cast(str, getattr(status.units, kind)) for kind, name in _WISHES.items()},
    }
    return {
        "PCM_Ein": status.on,
        "PCM_Private_Mode": status.private,
        "PCM_Roaming": status.roaming,
        "PCM_Registrierung": status.registration.value,
        **{name: number_of(signals[name], word) for name, word in words.items()},
    }


def read_wishes(values: Values) -> tuple[Units, int]:
    """The units and the number of the language that the driver chose at the head unit."""
    return read_units(STATUS, values, _WISHES), int(values["PCM_Wunsch_Sprache"])


def number_of(signal: Signal, word: str) -> int:
    """The value that the DBC's table gives this word; 0 when it has none."""
    return next((value for value, known in signal.words if known == word), 0)
