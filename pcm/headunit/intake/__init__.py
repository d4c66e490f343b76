"""Takes in what the wires brought; one file a wire, each lets the head unit react."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcm.headunit.intake.modem import take_embedded, take_modem
from pcm.headunit.intake.phone import take_phone
from pcm.headunit.intake.portal import take_portal
from pcm.headunit.intake.vehicle import take_vehicle

if TYPE_CHECKING:
    from pcm.headunit.unit import HeadUnit


def take_in(unit: HeadUnit) -> bool:
    """One round over the wires; True when anything arrived."""
    wires, came = unit.wires, False
    for vehicle in wires.vehicle.drain():
        came = True
        take_vehicle(unit, vehicle)
    for modem in wires.modem.drain():
        came = True
        take_modem(unit, modem)
    for embedded in wires.embedded.drain():
        came = True
        take_embedded(unit, embedded)
    for phone in wires.phone.drain():
        came = True
        take_phone(unit, phone)
    if unit.view.online:
        for portal in wires.portal.drain():
            came = True
            take_portal(unit, portal)
    return came
