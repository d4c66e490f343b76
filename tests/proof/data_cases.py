"""The data path in every case of every kind of car, against the requirements in their own words.

Nothing here asks `choose_path` what is right: what may carry data is stated a second time, in
pcm.qa.walk.data_rules for the random walks too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from connectivity import data_path
from connectivity.data_path import DataPath, Path, Snapshot
from connectivity.messages.modem import Registered
from connectivity.messages.telephony import Technology
from connectivity.phone import HotspotState
from connectivity.sim import SimState
from pcm.qa.walk.data_rules import right_path
from tests.proof.fork import Case, Domains, every_case, size, weight
from tests.proof.kinds import Kind

BOTH = (False, True)
RADIO: Domains = {
    "status": tuple(Registered),
    "operator": ("Example Mobile",),
    "country": ("CH",),
    "technology": (None, *Technology),
    "bars": (0, 4),
}


def domains(kind: Kind) -> Domains:
    """Every value of every field of the snapshot that this kind of car can come to."""
    return {
        "power": BOTH,
        "data_on": BOTH if kind.mobile_data else (True,),
        "private": BOTH if kind.private_mode else (False,),
        "has_hotspot": (kind.hotspot_client,),
        "has_slot": (kind.sim_slot,),
        "has_embedded": (kind.embedded_sim,),
        "hotspot": tuple(HotspotState),
        "wifi_on": BOTH,
        "phone_technology": (None, *Technology),
        "phone_voice_and_data": BOTH,
        "phone_call": BOTH,
        "sim": tuple(SimState),
        "sim_has_data": BOTH,
        "sim_voice_and_data": BOTH,
        "sim_call": BOTH,
        "inserted": RADIO,
        "roaming_on": BOTH if kind.roaming else (False,),
        "embedded": RADIO,
        "modem_away": ("", "gone") if kind.sim_slot else ("",),
        "inserted_refused": (None, 107),
        "embedded_refused": (None, 107),
        "emergency": BOTH,
        "bus_lost": BOTH,
    }


def choose(case: Case) -> DataPath:
    chosen: Callable[[Snapshot], DataPath] = getattr(
        data_path.choose_path, "__wrapped__", data_path.choose_path
    )
    return chosen(cast(Snapshot, case))


@dataclass(frozen=True)
class Seen:
    """One case: the car, what stands in the snapshot, what was chosen."""

    kind: Kind
    snap: Case
    found: DataPath

    def but(self, **changes: Any) -> Seen:
        """The same with other values, chosen anew."""
        other = self.snap.but(**changes)
        return Seen(self.kind, other, choose(other))

    def reason(self, path: Path) -> str:
        """The key of the one reason against a path; "" for the active one."""
        keys = [reason.key for refused, reason in self.found.refused if refused is path]
        return keys[0] if len(keys) == 1 else "" if not keys else "more than one"


Check = Callable[[Seen], bool]
RULES: dict[str, tuple[str, Check]] = {}


def rule(id_: str, words: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        RULES[f"{id_}: {words}"] = (id_, check)
        return check

    return keep


@rule("R-DATA-6", "hotspot if connected, else inserted SIM if usable, else embedded SIM")
def _order(s: Seen) -> bool:
    return s.found.active is right_path(cast(Snapshot, s.snap))


@rule("R-DATA-6", "each rejected path has exactly one reason, in the order of preference")
def _reasons(s: Seen) -> bool:
    rejected = [path for path in Path if path is not s.found.active]
    return [path for path, _ in s.found.refused] == rejected


@rule("R-DATA-6", "without data there is a reason why, with data none")
def _why(s: Seen) -> bool:
    return bool(s.found.why_none) is (s.found.active is None)


@rule("R-DATA-1", "PCM 6.0 has no slot and carries data over the embedded SIM alone")
def _only_embedded(s: Seen) -> bool:
    return not s.kind.by_id or s.found.active in (None, Path.EMBEDDED)


@rule("R-DATA-1", "a Bluetooth phone can call at the same time")
def _bluetooth_beside(s: Seen) -> bool:
    if not s.kind.by_id or s.found.active is not Path.EMBEDDED:
        return True
    return s.but(phone_call=True).found.active is Path.EMBEDDED


@rule("R-DATA-2", "a path that this car has not in this country never carries data")
def _has(s: Seen) -> bool:
    kind = s.kind
    offered = {
        Path.HOTSPOT: kind.hotspot_client,
        Path.INSERTED: kind.sim_slot,
        Path.EMBEDDED: kind.embedded_sim,
    }
    return s.found.active is None or offered[s.found.active]


@rule("R-DATA-3", "data over the embedded SIM and a call over the inserted one exclude each other")
def _exclusive(s: Seen) -> bool:
    return not (s.found.active is Path.EMBEDDED and s.snap.sim_call)


@rule("R-DATA-3", "with data over the embedded SIM, calls over Bluetooth change nothing")
def _bluetooth_and_embedded(s: Seen) -> bool:
    if s.found.active is not Path.EMBEDDED:
        return True
    return s.but(phone_call=True).found.active is Path.EMBEDDED


@rule("R-DATA-4", "with data over the inserted SIM, a call over Bluetooth changes nothing")
def _bluetooth_and_inserted(s: Seen) -> bool:
    if s.found.active is not Path.INSERTED:
        return True
    return s.but(phone_call=True).found.active is Path.INSERTED


@rule("R-DATA-4", "a call over the inserted SIM on 2G switches its data off and names the call")
def _call_on_2g(s: Seen) -> bool:
    if s.found.active is not Path.INSERTED:
        return True
    calling = s.but(sim_call=True)
    if s.snap.inserted.technology is not Technology.GSM:
        return True
    return calling.found.active is None and calling.reason(Path.INSERTED) == "call_on_2g"


@rule("R-DATA-4", "on 3G, and on LTE if the provider allows it, a call leaves the data")
def _call_on_lte(s: Seen) -> bool:
    if s.found.active is not Path.INSERTED or s.snap.inserted.technology is Technology.GSM:
        return True
    stays = s.snap.inserted.technology is Technology.UMTS or s.snap.sim_voice_and_data
    return (s.but(sim_call=True).found.active is Path.INSERTED) is stays


@rule("R-DATA-4", "after the call data are back where they would be without it")
def _back_by_itself(s: Seen) -> bool:
    if not s.snap.sim_call or s.reason(Path.INSERTED) != "call_on_2g":
        return True
    after = s.but(sim_call=False, emergency=False).found.active
    return after is s.found.active is Path.HOTSPOT or after in (Path.INSERTED, None)


@rule("R-DATA-5", "the rule of 2G and LTE holds for the phone's own network")
def _phone_rule(s: Seen) -> bool:
    if s.found.active is not Path.HOTSPOT:
        return True
    technology = s.snap.phone_technology
    if technology is Technology.GSM:
        stays, key = False, "call_on_2g"
    else:
        stays = technology is Technology.UMTS or s.snap.phone_voice_and_data
        key = "provider_no_voice_and_data"
    calling = s.but(phone_call=True)
    if stays:
        return calling.found.active is Path.HOTSPOT
    return calling.found.active is None and calling.reason(Path.HOTSPOT) == key


@rule("R-DATA-7", "data that were ended flow nowhere, and that is the reason")
def _ended(s: Seen) -> bool:
    if s.snap.data_on:
        return True
    over = not s.snap.power or s.snap.private
    return s.found.active is None and (over or {s.reason(path) for path in Path} == {"data_ended"})


@rule("R-OFF-4", "PCM 6.0 has no other switch: privacy mode ends the data connection")
def _off_by_privacy(s: Seen) -> bool:
    if not s.kind.by_id or not s.snap.private:
        return True
    return not s.kind.mobile_data and s.found.active is None


@rule("R-PRIV-1", "private mode stops all communication, and that is the reason")
def _private(s: Seen) -> bool:
    if not s.snap.private:
        return True
    named = {s.reason(path) for path in Path} == {"private_mode"}
    return s.found.active is None and (named or not s.snap.power)


@rule("R-ROAM-1", "abroad the inserted SIM carries data with the tick only; without, it says so")
def _roaming(s: Seen) -> bool:
    if not s.kind.roaming or s.snap.inserted.status is not Registered.ROAMING:
        return True
    without = s.but(roaming_on=False)
    if without.found.active is Path.INSERTED:
        return False
    would = s.but(roaming_on=True).found.active is Path.INSERTED
    return not would or without.reason(Path.INSERTED) == "roaming_off"


@rule("R-ROAM-7", "the embedded SIM roams without tick: abroad is to it as at home")
def _embedded_roams(s: Seen) -> bool:
    if s.found.active is not Path.EMBEDDED or s.snap.embedded.status is not Registered.ROAMING:
        return True
    home = {name: getattr(s.snap.embedded, name) for name in ("technology", "bars")}
    at_home = s.but(embedded=s.snap.embedded.but(status=Registered.HOME, **home))
    return at_home.found.active is Path.EMBEDDED


@rule("R-ROAM-5", "PCM 6.0 has no roaming tick and needs none")
def _no_tick(s: Seen) -> bool:
    return not s.kind.by_id or not s.kind.roaming


@rule("R-PIN-3", "PCM 6.0 never waits for a PIN")
def _never_a_pin(s: Seen) -> bool:
    return not s.kind.by_id or s.reason(Path.INSERTED) not in ("pin_required", "puk_required")


@rule("R-PIN-5", "a dead card carries nothing; an emergency call goes first")
def _dead(s: Seen) -> bool:
    return s.found.active is not Path.INSERTED or s.snap.sim is not SimState.DEAD


@dataclass(frozen=True)
class Cases:
    """How many cases were told apart, how many snapshots they stand for, what broke."""

    cases: int
    snapshots: int
    broken: tuple[str, ...]
    reasons: frozenset[str]


def of_data(kind: Kind) -> Kind:
    """The kind without what has no say in the data path."""
    return replace(
        kind, sim_calls=False, carplay=False, security_code=False, connect=False, functions=False
    )


def look_at_data(kind: Kind, until: str = "") -> Cases:
    """Every case of a kind, or those up to the first that breaks the rule `until`.

    `snapshots` is counted from the cases, so it proves them complete.
    """
    space = domains(kind)
    cases = snapshots = 0
    broken: dict[str, str] = {}
    reasons: set[str] = set()

    def run(case: Case) -> DataPath:
        found = choose(case)
        for name in _broken(Seen(kind, case, found)):
            broken.setdefault(name, "")
        return found

    for found, decisions in every_case(space, run):
        cases += 1
        snapshots += weight(space, decisions)
        reasons.update(reason.key for _, reason in found.refused)
        for name in [name for name, where in broken.items() if not where]:
            broken[name] = f"{name}: {kind.name}: {decisions.values}"
            if until and name.startswith(until):
                return Cases(cases, snapshots, tuple(broken.values()), frozenset(reasons))
    assert snapshots == size(space), "a case is missing or was seen twice"
    return Cases(cases, snapshots, tuple(broken.values()), frozenset(reasons))


def _broken(seen: Seen) -> Iterator[str]:
    return (name for name, (_, check) in RULES.items() if not check(seen))
