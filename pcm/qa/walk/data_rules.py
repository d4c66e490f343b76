"""R-DATA, R-ROAM, R-OFF and R-PRIV as invariants: what may carry data is stated a second time.

Nothing here asks `choose_path` what is right. The proof in tests/proof uses the same statement.
"""

from connectivity.call import Bearer
from connectivity.data_path import Path, Snapshot
from connectivity.messages.modem import Registered, Registration
from connectivity.messages.telephony import Technology
from connectivity.phone import HotspotState
from connectivity.sim import SimState
from pcm.headunit.session import Session
from pcm.qa.walk.invariant import Invariant

# What may carry data, from R-DATA-2 to 5, R-ROAM-1 and R-ROAM-7.


def may_any(snap: Snapshot) -> bool:
    """Whether data are wanted at all."""
    return snap.power and not snap.private and snap.data_on


def reaches(radio: Registration) -> bool:
    """Registered at home or abroad, with a technology and any reception."""
    at = radio.status
    return (
        (at is Registered.HOME or at is Registered.ROAMING)
        and radio.technology is not None
        and radio.bars > 0
    )


def goes_together(technology: Technology | None, provider_allows: bool) -> bool:
    """A call and data: never on 2G, on 3G, on LTE and 5G where the provider allows it."""
    if technology is Technology.GSM:
        return False
    return technology is Technology.UMTS or provider_allows


def is_client(snap: Snapshot) -> bool:
    """The PCM is a client of a hotspot that has a network."""
    joined = snap.has_hotspot and snap.wifi_on and snap.hotspot is HotspotState.JOINED
    return joined and snap.phone_technology is not None


def is_paused(snap: Snapshot) -> bool:
    """The phone's own call takes its hotspot's data away."""
    together = goes_together(snap.phone_technology, snap.phone_voice_and_data)
    return snap.phone_call and not together


def may_inserted(snap: Snapshot) -> bool:
    if not (snap.has_slot and snap.sim is SimState.READY and snap.sim_has_data):
        return False
    if snap.modem_away or snap.inserted_refused is not None or not reaches(snap.inserted):
        return False
    if snap.inserted.status is Registered.ROAMING and not snap.roaming_on:
        return False
    return not snap.sim_call or goes_together(snap.inserted.technology, snap.sim_voice_and_data)


def may_embedded(snap: Snapshot) -> bool:
    free = snap.has_embedded and not snap.sim_call and not snap.emergency
    return free and reaches(snap.embedded) and snap.embedded_refused is None


def right_path(snap: Snapshot) -> Path | None:
    """R-DATA-6: the hotspot if connected, else the inserted SIM if usable, else the embedded."""
    if not may_any(snap):
        return None
    if is_client(snap):
        return None if is_paused(snap) else Path.HOTSPOT
    if may_inserted(snap):
        return Path.INSERTED
    return Path.EMBEDDED if may_embedded(snap) else None


# The invariants.


def _private(session: Session) -> str:
    on = session.unit.view.setting("private_mode") is True
    return _carried(session) if on else ""


def _ended(session: Session) -> str:
    off = session.unit.view.setting("mobile_data") == "data_off"
    return _carried(session) if off else ""


def _dark(session: Session) -> str:
    return _carried(session) if session.screen.off else ""


def _carried(session: Session) -> str:
    """Which way data flow, though they must not."""
    active = session.unit.view.data_path.active
    return f"data flow over: {active.value}" if active else ""


def _roaming(session: Session) -> str:
    view = session.unit.view
    abroad = view.state.inserted.status is Registered.ROAMING
    ticked = view.setting("roaming") is True
    if view.data_path.active is Path.INSERTED and abroad and not ticked:
        return f"abroad ({view.state.inserted.country}), no tick, and the inserted SIM carries data"
    return ""


def _roaming_sign(session: Session) -> str:
    view = session.unit.view
    radio = view.state.inserted
    abroad = radio.status is Registered.ROAMING and radio.technology is not None
    if abroad and view.data_path.active is None and not session.screen.header.roaming:
        return "the SIM is registered abroad without data, and the sign is missing"
    return ""


def _tickless(session: Session) -> str:
    if not session.setup.generation.links_by_id:
        return ""
    there = [name for name in ("roaming", "mobile_data") if name in session.unit.state.settings]
    return f"it has: {', '.join(there)}" if there else ""


def _embedded_alone(session: Session) -> str:
    active = session.unit.view.data_path.active
    other = active is not None and active is not Path.EMBEDDED
    return _carried(session) if other and session.setup.generation.links_by_id else ""


def _offered(session: Session) -> str:
    needs = {
        Path.HOTSPOT: "hotspot_client",
        Path.INSERTED: "sim_slot",
        Path.EMBEDDED: "embedded_sim",
    }
    active = session.unit.view.data_path.active
    missing = active is not None and needs[active] not in session.setup.features
    return _carried(session) if missing else ""


def _excluded(session: Session) -> str:
    view = session.unit.view
    call = view.state.call
    over_sim = call.running and call.bearer is not Bearer.BLUETOOTH
    if view.data_path.active is Path.EMBEDDED and over_sim:
        return f"a call over: {call.bearer.value}, and the embedded SIM carries data"
    return ""


def _sim_call(session: Session) -> str:
    snap, active = session.unit.view.snapshot, session.unit.view.data_path.active
    both = goes_together(snap.inserted.technology, snap.sim_voice_and_data)
    if active is Path.INSERTED and snap.sim_call and not both:
        return f"a call over that SIM on {snap.inserted.technology}, and it carries data"
    return ""


def _phone_call(session: Session) -> str:
    snap, active = session.unit.view.snapshot, session.unit.view.data_path.active
    if active is Path.HOTSPOT and is_paused(snap):
        return f"a call on the phone on {snap.phone_technology}, and its hotspot carries data"
    return ""


def _order(session: Session) -> str:
    view = session.unit.view
    right, active = right_path(view.snapshot), view.data_path.active
    if right is active:
        return ""
    words = [path.value if path else "nothing" for path in (active, right)]
    return "{} carries data; right is: {}".format(*words)


def _reasons(session: Session) -> str:
    found = session.unit.view.data_path
    rejected = [path for path in Path if path is not found.active]
    refused = [path for path, _ in found.refused]
    return "" if refused == rejected else f"refused: {[path.value for path in refused]}"


def _reached(session: Session) -> str:
    flows, reached = session.unit.view.data_path.active is not None, session.world.link.up
    if flows == reached:
        return ""
    return "it is reached without data" if reached else "data flow, and it is not reached"


DATA = (
    Invariant("R-PRIV-1", "in private mode no data flow", _private),
    Invariant("R-DATA-7", "data that were ended flow nowhere", _ended),
    Invariant("R-DATA-7", "with the ignition off no data flow", _dark),
    Invariant(
        "R-ROAM-1", "abroad the inserted SIM carries data with the roaming tick alone", _roaming
    ),
    Invariant("R-ROAM-1", "abroad without data the roaming sign is shown", _roaming_sign),
    Invariant("R-ROAM-5", "PCM 6.0 has neither a roaming tick nor a data switch", _tickless),
    Invariant("R-DATA-1", "PCM 6.0 carries data over the embedded SIM alone", _embedded_alone),
    Invariant("R-DATA-2", "a way that this car has not here carries no data", _offered),
    Invariant(
        "R-DATA-3", "data over the embedded SIM exclude a call over the inserted one", _excluded
    ),
    Invariant("R-DATA-4", "on 2G a call over the inserted SIM stops its data", _sim_call),
    Invariant("R-DATA-5", "on 2G a call on the phone stops its hotspot's data", _phone_call),
    Invariant("R-DATA-6", "hotspot before inserted SIM before embedded SIM", _order),
    Invariant("R-DATA-6", "each way that is not taken has one reason", _reasons),
    Invariant("R-LINK-7", "My Porsche is reached when data flow, and only then", _reached),
)
