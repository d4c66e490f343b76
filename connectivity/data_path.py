"""Which way data flows, and for every other way why not: one pure function of a frozen snapshot.

All the rules R-DATA, R-ROAM, R-OFF and R-PRIV about data sit here and nowhere else.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Literal

from connectivity.messages.modem import Registered, Registration
from connectivity.messages.telephony import Technology
from connectivity.phone import HotspotState
from connectivity.sim import SimState
from models.reasons import Reason


class Path(Enum):
    """The data paths in the order in which they are preferred (assumed: domain:4.1)."""

    HOTSPOT = "hotspot"
    INSERTED = "inserted"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that decides; nothing else may."""

    power: bool
    data_on: bool  # not ended at the path of R-OFF
    private: bool
    has_hotspot: bool  # features of car and market
    has_slot: bool
    has_embedded: bool
    hotspot: HotspotState
    wifi_on: bool
    phone_technology: Technology | None
    phone_voice_and_data: bool
    phone_call: bool  # a call over the phone's own network is running
    sim: SimState
    sim_has_data: bool
    sim_voice_and_data: bool
    sim_call: bool  # a call over the inserted SIM is running
    inserted: Registration
    roaming_on: bool
    embedded: Registration
    bus_lost: bool = False  # no power because nothing is heard of terminal 15
    modem_away: Literal["", "gone", "silent"] = ""
    inserted_refused: int | None = None  # cause for which the network refused data
    embedded_refused: int | None = None
    emergency: bool = False  # the running call is an emergency call, with or without a card


@dataclass(frozen=True, slots=True)
class DataPath:
    """Which path carries data (None: nothing does), and why each other one does not.

    `refused` is in order of preference.
    """

    active: Path | None
    refused: tuple[tuple[Path, Reason], ...]
    general: Reason | None = None  # why no path at all may be used

    def reason(self, path: Path) -> Reason | None:
        return next((reason for refused, reason in self.refused if refused is path), None)

    def uses(self, path: Path, used: bool) -> bool:
        """Whether a SIM's data stay attached: it carries data, or did and waits out a call."""
        reason = self.reason(path)
        waits = reason is not None and reason.key in _DURING_CALL
        return path is self.active or (used and waits)

    @property
    def why_none(self) -> tuple[Reason, ...]:
        """Why there is no data, the most telling reason first; empty when there is."""
        if self.active:
            return ()
        if self.general:
            return (self.general,)
        return tuple(reason for _, reason in self.most_telling)

    @property
    def most_telling(self) -> tuple[tuple[Path, Reason], ...]:
        """The refused paths, those first whose reason tells most."""
        return tuple(sorted(self.refused, key=lambda item: _dullness(item[1])))


_TELL_LEAST = (
    "no_sim",
    "hotspot_not_connected",
    "no_embedded_sim",
    "no_hotspot_client",
    "no_sim_slot",
)
"""Reasons that hold all the time in some cars and worlds; any other one tells more."""


def _dullness(reason: Reason) -> int:
    return _TELL_LEAST.index(reason.key) if reason.key in _TELL_LEAST else -1


_DURING_CALL = ("call_on_2g", "provider_no_voice_and_data")


@lru_cache(maxsize=256)  # asked again at every verb, nearly always for the same snapshot
def choose_path(snap: Snapshot) -> DataPath:
    """Choose the first path that may carry data (R-DATA-6)."""
    general = _general(snap)
    if general:
        return DataPath(None, tuple((path, general) for path in Path), general)
    checks = {
        Path.HOTSPOT: _hotspot(snap),
        Path.INSERTED: _inserted(snap),
        Path.EMBEDDED: _embedded(snap),
    }
    hotspot = checks[Path.HOTSPOT]
    paused = hotspot is not None and hotspot.key in _DURING_CALL
    active = next((path for path in Path if checks[path] is None), None)
    if paused:  # R-DATA-5: no other path takes over for the time of a call (assumed: it could cost)
        active = None
    waiting = Reason.of("path_in_use", path=active.value) if active else Reason.of("hotspot_paused")
    refused = ((path, checks[path] or waiting) for path in Path if path is not active)
    return DataPath(active, tuple(refused))


def _general(snap: Snapshot) -> Reason | None:
    if not snap.power:
        return Reason.of("ignition_unknown" if snap.bus_lost else "ignition_off")
    if snap.private:
        return Reason.of("private_mode")
    return None if snap.data_on else Reason.of("data_ended")


def _hotspot(snap: Snapshot) -> Reason | None:
    if not snap.has_hotspot:
        return Reason.of("no_hotspot_client")
    if not snap.wifi_on:
        return Reason.of("wifi_off")
    if snap.hotspot is not HotspotState.JOINED:
        return Reason.of("hotspot_not_connected")
    if snap.phone_technology is None:
        return Reason.of("phone_no_network")
    return _during_call(snap.phone_call, snap.phone_technology, snap.phone_voice_and_data)


def _inserted(snap: Snapshot) -> Reason | None:
    if not snap.has_slot:
        return Reason.of("no_sim_slot")
    if snap.modem_away:
        return Reason.of("modem_gone" if snap.modem_away == "gone" else "modem_silent")
    if snap.sim is not SimState.READY:
        return Reason.of(_SIM_REASONS[snap.sim])
    unregistered = _unregistered(snap.inserted)
    if unregistered:
        return unregistered
    if not snap.sim_has_data:
        return Reason.of("sim_without_data")
    if snap.inserted.status is Registered.ROAMING and not snap.roaming_on:
        return Reason.of("roaming_off", country=snap.inserted.country)
    if snap.inserted_refused is not None:
        return Reason.of("data_refused", cause=snap.inserted_refused)
    return _during_call(snap.sim_call, snap.inserted.technology, snap.sim_voice_and_data)


_SIM_REASONS = {
    SimState.ABSENT: "no_sim",
    SimState.PIN_REQUIRED: "pin_required",
    SimState.PUK_REQUIRED: "puk_required",
    SimState.DEAD: "sim_dead",
}


def _embedded(snap: Snapshot) -> Reason | None:
    if not snap.has_embedded:
        return Reason.of("no_embedded_sim")
    if snap.emergency:
        return Reason.of("emergency_call")
    if snap.sim_call:
        return Reason.of("sim_call_active")  # R-DATA-3, from the other side
    unregistered = _unregistered(snap.embedded)
    if unregistered is None and snap.embedded_refused is not None:
        return Reason.of("data_refused", cause=snap.embedded_refused)
    return unregistered


def _unregistered(registration: Registration) -> Reason | None:
    if registration.status is Registered.DENIED:
        return Reason.of("registration_denied")
    if (
        registration.status not in (Registered.HOME, Registered.ROAMING)
        or registration.technology is None
    ):
        return Reason.of("no_network")
    return Reason.of("no_reception") if registration.bars == 0 else None


def _during_call(call: bool, technology: Technology | None, voice_and_data: bool) -> Reason | None:
    """R-DATA-4: 2G carries a call or data, 3G both, LTE and 5G both if the provider allows."""
    if not call:
        return None
    if technology is Technology.GSM:
        return Reason.of("call_on_2g")
    if technology in (Technology.LTE, Technology.NR) and not voice_and_data:
        return Reason.of("provider_no_voice_and_data")
    return None
