"""The wires between a head unit and the outside: modem, embedded modem, vehicle, phone, My Porsche.

A wire takes requests and is drained of events; it never calls back, so one end can be a modem, a
bus, a web service or an object in this process. Nothing else of the outside reaches a head unit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from connectivity.messages.modem import ModemEvent, ModemRequest
from connectivity.messages.phone import PhoneEvent, PhoneRequest
from connectivity.messages.portal import PortalEvent, PortalRequest, UseNetwork
from connectivity.messages.vehicle import VehicleEvent, VehicleRequest

Request = TypeVar("Request", contravariant=True)
Event = TypeVar("Event", covariant=True)


class Wire(Protocol[Request, Event]):
    """One wire. `send` never blocks and never raises; answers come with a later `drain`."""

    def send(self, request: Request) -> None: ...

    def drain(self) -> Iterable[Event]:
        """Take what has arrived, oldest first; empty when nothing has."""
        ...


@dataclass(frozen=True, slots=True)
class Wires:
    """The five wires of one head unit."""

    modem: Wire[ModemRequest, ModemEvent]
    embedded: Wire[ModemRequest, ModemEvent]
    vehicle: Wire[VehicleRequest, VehicleEvent]
    phone: Wire[PhoneRequest, PhoneEvent]
    portal: Wire[PortalRequest | UseNetwork, PortalEvent]
