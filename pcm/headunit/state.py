"""The whole state of a head unit as one frozen value: the outside, its settings, what is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from connectivity.account import Account
from connectivity.call import Bearer, Call, LoggedCall
from connectivity.function import Functions
from connectivity.inbox import Inbox
from connectivity.messages.modem import Registration
from connectivity.phone import Phone
from connectivity.services import Services
from connectivity.sim import Sim
from connectivity.vehicle import Vehicle
from models.catalogue import Languages
from models.reasons import Reason

SettingValue = bool | int | str


@dataclass(frozen=True, slots=True)
class DialogState:
    """An open dialog with the words `dialog.<id>.*`; ok and cancel do the acts named here."""

    id: str
    values: tuple[tuple[str, str], ...] = ()
    act: str = ""
    on_cancel: str = ""
    can_cancel: bool = False
    warning: bool = False
    about: str = ""  # what it is about, for its acts and words: a function


@dataclass(frozen=True, slots=True)
class EntryState:
    """An open keypad or keyboard: fields typed so far, which is being typed, what was wrong."""

    purpose: str
    typed: tuple[str, ...] = field(default=("",), repr=False)
    step: int = 0
    problem: Reason | None = None
    about: str = ""  # the e-mail of the user who logs in again, or the hotspot to join


@dataclass(frozen=True, slots=True)
class SliderState:
    id: str  # of the range row


@dataclass(frozen=True, slots=True)
class ProgressState:
    """Waiting for an answer; the entry beneath comes back when the answer is a refusal."""

    id: str
    entry: EntryState | None = None


OverlayState = DialogState | EntryState | SliderState | ProgressState


@dataclass(frozen=True, slots=True)
class Toast:
    """A short message that goes by itself."""

    reason: Reason
    until: float


@dataclass(frozen=True, slots=True)
class Place:
    """A page on the way from home, and the row the knob stood on."""

    page: str
    focus: str = ""


@dataclass(frozen=True, slots=True)
class UnitState:
    language: Languages
    settings: Mapping[str, SettingValue]
    now: float = 0.0  # seconds since the head unit was put on the desk
    vehicle: Vehicle = Vehicle()
    sim: Sim = Sim()
    inserted: Registration = Registration()
    embedded: Registration = Registration()
    modem_away: Literal["", "gone", "silent"] = ""
    inserted_refused: int | None = None  # cause for which its network refused data
    embedded_refused: int | None = None
    phone: Phone = Phone()
    call: Call = Call()
    modem_bearer: Bearer = Bearer.SIM  # what the modem carries or was last asked to carry
    call_log: tuple[LoggedCall, ...] = ()
    missed_calls: int = 0  # since the call list was last looked at
    inbox: Inbox = ()
    account: Account = Account()
    services: Services = Services()
    functions: Functions = Functions()
    places: tuple[Place, ...] = (Place("home"),)
    overlays: tuple[OverlayState, ...] = ()  # the last one is shown
    toast: Toast | None = None

    @property
    def overlay(self) -> OverlayState | None:
        return self.overlays[-1] if self.overlays else None

    @property
    def place(self) -> Place:
        return self.places[-1]

    def with_setting(self, name: str, value: SettingValue) -> "UnitState":
        return replace(self, settings=MappingProxyType({**self.settings, name: value}))
