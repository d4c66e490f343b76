"""choose_path over every combination: one active path or a reason for all, no rule broken."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectivity.data_path import DataPath, Path, Snapshot, choose_path
from connectivity.messages.modem import Registered
from connectivity.messages.telephony import Technology
from connectivity.phone import HotspotState
from connectivity.sim import SimState
from models.texts import load_texts
from tests.connectivity.snapshots import (
    EMBEDDED_OFF,
    EMBEDDED_ON,
    HOTSPOT_OFF,
    HOTSPOT_ON,
    INSERTED_OFF,
    INSERTED_ON,
    embedded_parts,
    every_snapshot,
    general_parts,
    hotspot_parts,
    inserted_parts,
    snapshot,
)


def faults(snap: Snapshot) -> Iterator[str]:
    """Every rule that the choice for this snapshot breaks."""
    found = choose_path(snap)
    yield from _shape(snap, found)
    if not snap.power or snap.private or not snap.data_on:
        if found.active or found.general is None:
            yield "data although the ignition is off, private mode is on or data was ended"
        return
    if found.general is not None:
        yield "a general reason although nothing general is in the way"
    yield from _active(snap, found)
    yield from _order(snap, found)


def _shape(snap: Snapshot, found: DataPath) -> Iterator[str]:
    refused = [path for path, _ in found.refused]
    if refused != [path for path in Path if path is not found.active]:
        yield "each path but the active one has exactly one reason, in order of preference"
    if any(not reason.key for _, reason in found.refused):
        yield "a reason without a key"
    if bool(found.why_none) is (found.active is not None):
        yield "why_none is empty exactly when data flow"
    if found.general and found.why_none != (found.general,):
        yield "the general reason is the only one that is told"


def _active(snap: Snapshot, found: DataPath) -> Iterator[str]:
    match found.active:
        case Path.HOTSPOT:
            yield from _hotspot(snap)
        case Path.INSERTED:
            yield from _inserted(snap)
        case Path.EMBEDDED:
            if not snap.has_embedded or snap.sim_call:
                yield "embedded SIM where there is none or during a call over the inserted one"
            if snap.embedded.status not in (Registered.HOME, Registered.ROAMING):
                yield "data without registration"


def _hotspot(snap: Snapshot) -> Iterator[str]:
    if not (snap.has_hotspot and snap.wifi_on and snap.hotspot is HotspotState.JOINED):
        yield "hotspot without being a client of it"
    if snap.phone_call and snap.phone_technology is Technology.GSM:
        yield "hotspot data during a call on 2G"
    if snap.phone_technology is None:
        yield "hotspot of a phone without network"


def _inserted(snap: Snapshot) -> Iterator[str]:
    if not (snap.has_slot and snap.sim is SimState.READY and snap.sim_has_data):
        yield "inserted SIM without slot, card or data volume"
    if snap.inserted.status is Registered.ROAMING and not snap.roaming_on:
        yield "roaming without the tick"
    if snap.sim_call and snap.inserted.technology is Technology.GSM:
        yield "inserted SIM's data during a call on 2G"
    if snap.inserted.status not in (Registered.HOME, Registered.ROAMING):
        yield "data without registration"


def _order(snap: Snapshot, found: DataPath) -> Iterator[str]:
    """The first usable path carries data; only a hotspot that a call pauses stops the others."""
    usable = [path for path in Path if choose_path(_only(snap, path)).active is path]
    joined = snap.has_hotspot and snap.wifi_on and snap.hotspot is HotspotState.JOINED
    calling = snap.phone_call and snap.phone_technology is not None
    paused = joined and calling and Path.HOTSPOT not in usable
    wanted = None if paused or not usable else usable[0]
    if found.active is not wanted:
        yield f"{found.active} carries data, not {wanted}"


def _only(snap: Snapshot, path: Path) -> Snapshot:
    """The snapshot with the two other paths taken away."""
    return replace(
        snap,
        has_hotspot=snap.has_hotspot and path is Path.HOTSPOT,
        has_slot=snap.has_slot and path is Path.INSERTED,
        has_embedded=snap.has_embedded and path is Path.EMBEDDED,
    )


def test_no_rule_is_broken_in_any_combination() -> None:
    count, broken = 0, []
    for snap in every_snapshot():
        count += 1
        broken += [(fault, snap) for fault in faults(snap)]
    assert count > 8000
    assert broken[:3] == []


@settings(max_examples=400)
@given(
    st.sampled_from(general_parts()),
    st.sampled_from(hotspot_parts()),
    st.sampled_from(inserted_parts()),
    st.sampled_from(embedded_parts()),
)
def test_no_rule_is_broken_anywhere_in_the_full_product(
    general: dict[str, object],
    hotspot: dict[str, object],
    inserted: dict[str, object],
    embedded: dict[str, object],
) -> None:
    assert list(faults(snapshot(general, hotspot, inserted, embedded))) == []


@pytest.mark.parametrize(
    ("parts", "active"),
    [
        ((), Path.HOTSPOT),
        ((HOTSPOT_OFF,), Path.INSERTED),
        ((HOTSPOT_OFF, INSERTED_OFF), Path.EMBEDDED),
        ((HOTSPOT_OFF, INSERTED_OFF, EMBEDDED_OFF), None),
        ((INSERTED_OFF, EMBEDDED_OFF), Path.HOTSPOT),
        ((HOTSPOT_OFF, EMBEDDED_OFF), Path.INSERTED),
    ],
)
def test_the_order_of_preference(parts: tuple[dict[str, object], ...], active: Path | None) -> None:
    assert choose_path(snapshot(*parts)).active is active


@pytest.mark.parametrize(
    ("technology", "both", "flows"),
    [
        (Technology.GSM, True, False),
        (Technology.GSM, False, False),
        (Technology.UMTS, False, True),
        (Technology.LTE, True, True),
        (Technology.LTE, False, False),
        (Technology.NR, True, True),
        (Technology.NR, False, False),
    ],
)
def test_data_during_a_call_by_technology_and_provider(
    technology: Technology, both: bool, flows: bool
) -> None:
    hotspot = snapshot(
        INSERTED_OFF,
        {"phone_call": True, "phone_technology": technology, "phone_voice_and_data": both},
    )
    assert (choose_path(hotspot).active is Path.HOTSPOT) is flows
    sim = snapshot(HOTSPOT_OFF, {"sim_call": True, "sim_voice_and_data": both})
    sim = replace(sim, inserted=replace(sim.inserted, technology=technology))
    assert (choose_path(sim).active is Path.INSERTED) is flows


def test_a_phone_without_network_leaves_data_to_the_next_path() -> None:
    found = choose_path(snapshot({"phone_technology": None, "phone_call": True}))
    assert found.active is Path.INSERTED
    reason = found.reason(Path.HOTSPOT)
    assert reason
    assert reason.key == "phone_no_network"


def test_a_call_that_pauses_the_hotspot_moves_data_nowhere() -> None:
    found = choose_path(snapshot({"phone_technology": Technology.GSM, "phone_call": True}))
    assert found.active is None
    assert [reason.key for _, reason in found.refused] == [
        "call_on_2g",
        "hotspot_paused",
        "hotspot_paused",
    ]


@pytest.mark.parametrize("language", ["it", "en", "de", "fr", "es", "pt"])
def test_every_reason_has_words_with_all_its_values(language: str) -> None:
    texts = load_texts(language)
    reasons = {reason for snap in every_snapshot() for _, reason in choose_path(snap).refused}
    assert len({reason.key for reason in reasons}) >= 18
    for reason in reasons:
        # the head unit adds what its menus call the private mode
        words = texts.say(f"reason.{reason.key}", **{"mode": "Privacy", **dict(reason.values)})
        assert words != f"reason.{reason.key}", f"{language} lacks {reason.key}"
        assert "{" not in words


def test_private_mode_and_ended_data_leave_nothing_whatever_else_is_on() -> None:
    for general, hotspot, inserted, embedded in product(
        general_parts(),
        (HOTSPOT_ON, HOTSPOT_OFF),
        (INSERTED_ON, INSERTED_OFF),
        (EMBEDDED_ON, EMBEDDED_OFF),
    ):
        found = choose_path(snapshot(general, hotspot, inserted, embedded))
        if general["private"] or not general["data_on"] or not general["power"]:
            assert found.active is None
            assert len(found.refused) == 3
            assert {reason for _, reason in found.refused} == {found.general}
