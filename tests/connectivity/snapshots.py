"""Every snapshot that can decide about data: all combinations of what each path looks at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from connectivity.data_path import Snapshot
from connectivity.messages.modem import Registered, Registration
from connectivity.messages.telephony import Technology
from connectivity.phone import HotspotState
from connectivity.sim import SimState

BOOLS = (False, True)
NETWORKS = (
    Registration(),
    Registration(Registered.SEARCHING),
    Registration(Registered.DENIED, "TIM", "IT", Technology.LTE, 4),
    Registration(Registered.HOME, "TIM", "IT", Technology.LTE, 0),
    Registration(Registered.HOME, "TIM", "IT", None, 4),
    *(Registration(Registered.HOME, "TIM", "IT", technology, 4) for technology in Technology),
    *(Registration(Registered.ROAMING, "A1", "AT", technology, 1) for technology in Technology),
)
"""Every kind of registration that a rule tells apart."""

Part = dict[str, object]


def general_parts() -> list[Part]:
    return [
        {"power": power, "data_on": on, "private": private}
        for power, on, private in product(BOOLS, BOOLS, BOOLS)
    ]


def hotspot_parts() -> list[Part]:
    return [
        {
            "has_hotspot": has,
            "hotspot": state,
            "wifi_on": wifi,
            "phone_technology": technology,
            "phone_voice_and_data": both,
            "phone_call": call,
        }
        for has, state, wifi, technology, both, call in product(
            BOOLS, HotspotState, BOOLS, (None, *Technology), BOOLS, BOOLS
        )
    ]


def inserted_parts() -> list[Part]:
    return [
        {
            "has_slot": has,
            "sim": sim,
            "sim_has_data": data,
            "sim_voice_and_data": both,
            "sim_call": call,
            "inserted": network,
            "roaming_on": roaming,
        }
        for has, sim, data, both, call, network, roaming in product(
            BOOLS, SimState, BOOLS, BOOLS, BOOLS, NETWORKS, BOOLS
        )
    ]


def embedded_parts() -> list[Part]:
    return [{"has_embedded": has, "embedded": net} for has, net in product(BOOLS, NETWORKS)]


GENERAL_ON: Part = {"power": True, "data_on": True, "private": False}
HOTSPOT_ON: Part = {
    "has_hotspot": True,
    "hotspot": HotspotState.JOINED,
    "wifi_on": True,
    "phone_technology": Technology.LTE,
    "phone_voice_and_data": True,
    "phone_call": False,
}
HOTSPOT_OFF: Part = {**HOTSPOT_ON, "hotspot": HotspotState.OUT_OF_RANGE}
INSERTED_ON: Part = {
    "has_slot": True,
    "sim": SimState.READY,
    "sim_has_data": True,
    "sim_voice_and_data": True,
    "sim_call": False,
    "inserted": Registration(Registered.HOME, "TIM", "IT", Technology.LTE, 4),
    "roaming_on": False,
}
INSERTED_OFF: Part = {**INSERTED_ON, "sim": SimState.ABSENT}
EMBEDDED_ON: Part = {
    "has_embedded": True,
    "embedded": Registration(Registered.HOME, "TIM", "IT", Technology.LTE, 4),
}
EMBEDDED_OFF: Part = {**EMBEDDED_ON, "has_embedded": False}


def snapshot(*parts: Part) -> Snapshot:
    """A snapshot of parts; a later one wins; what none names is on."""
    merged = {**GENERAL_ON, **HOTSPOT_ON, **INSERTED_ON, **EMBEDDED_ON}
    for part in parts:
        merged |= part
    return Snapshot(**merged)  # type: ignore[arg-type] # the parts spell its fields


def every_snapshot() -> Iterator[Snapshot]:
    """Each value of each path against the other two, on and off, and every general one.

    A path's reason looks at its own values and at a running SIM call only, so this meets every
    rule; the tests draw at random from the full product besides.
    """
    others_h = list(product((INSERTED_ON, INSERTED_OFF), (EMBEDDED_ON, EMBEDDED_OFF)))
    for hotspot, (inserted, embedded) in product(hotspot_parts(), others_h):
        yield snapshot(hotspot, inserted, embedded)
    for inserted, hotspot, embedded in product(
        inserted_parts(), (HOTSPOT_ON, HOTSPOT_OFF), (EMBEDDED_ON, EMBEDDED_OFF)
    ):
        yield snapshot(inserted, hotspot, embedded)
    others_e = product((HOTSPOT_ON, HOTSPOT_OFF), (INSERTED_ON, INSERTED_OFF), BOOLS)
    for embedded, (hotspot, inserted, call) in product(embedded_parts(), list(others_e)):
        yield snapshot(hotspot, inserted, embedded, {"sim_call": call})
    switches = product((HOTSPOT_ON, HOTSPOT_OFF), (INSERTED_ON, INSERTED_OFF))
    for general, (hotspot, inserted) in product(general_parts(), list(switches)):
        yield snapshot(general, hotspot, inserted)
