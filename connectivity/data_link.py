"""The way between head unit and My Porsche: whatever network carries the car's data.

A wire and a thing with time of its own. What is sent takes the delay and the rate of that network;
without one nothing is sent, and what was on the air is lost. The head unit says which network it
is (`UseNetwork`); My Porsche never sees that message.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from connectivity.messages.portal import (
    Abandon,
    Fetch,
    LinkAnswer,
    LinkByCode,
    Part,
    PortalEvent,
    PortalRequest,
    SignIn,
    UseNetwork,
)
from connectivity.radio import Rate, rate_of
from connectivity.wires import Wire

MESSAGE_KBIT = 16.0
"""A request or an answer, with what secures it: 2 kB (assumed)."""

_ATTEMPTS = (LinkByCode, SignIn, LinkAnswer)
_BULK = (Fetch, Part)
Message = TypeVar("Message", bound=object)


@dataclass(slots=True)
class _Lane(Generic[Message]):
    """What is on the air one way, with the time at which it arrives."""

    on_air: list[tuple[float, Message]] = field(default_factory=list)

    def launch(self, message: Message, sent: float, travel_s: float) -> None:
        """Messages keep their order among themselves, and so do the parts of downloads."""
        bulk = isinstance(message, _BULK)
        before = (due for due, other in self.on_air if isinstance(other, _BULK) is bulk)
        self.on_air.append((max(sent + travel_s, *before, 0.0), message))

    def take_due(self, now: float) -> list[Message]:
        if not self.on_air:
            return []
        arrived = [message for due, message in self.on_air if due <= now]
        self.on_air = [item for item in self.on_air if item[0] > now]
        return arrived

    def drop_attempts(self) -> None:
        self.on_air = [item for item in self.on_air if not isinstance(item[1], _ATTEMPTS)]


class DataLink:
    """The head unit's wire to My Porsche; `far` is My Porsche."""

    def __init__(self, far: Wire[PortalRequest, PortalEvent]) -> None:
        self._far = far
        self._rate: Rate | None = None
        self._now = 0.0
        self._requests: _Lane[PortalRequest] = _Lane()
        self._events: _Lane[PortalEvent] = _Lane()

    @property
    def up(self) -> bool:
        """There is a network to My Porsche."""
        return self._rate is not None

    def send(self, request: PortalRequest | UseNetwork) -> None:
        if isinstance(request, UseNetwork):
            self._use(request)
            return
        if isinstance(request, Abandon):
            self._requests.drop_attempts()
            self._events.drop_attempts()
        if self._rate:
            travel_s = self._rate.latency_s / 2 + MESSAGE_KBIT / self._rate.uplink_kbit_s
            self._requests.launch(request, self._now, travel_s)

    def drain(self) -> list[PortalEvent]:
        for request in self._requests.take_due(self._now):
            self._far.send(request)
        if self._rate:
            for event in self._far.drain():
                kbit = event.kbyte * 8.0 if isinstance(event, Part) else MESSAGE_KBIT
                travel_s = self._rate.latency_s / 2 + kbit / self._rate.downlink_kbit_s
                self._events.launch(event, self._now, travel_s)
        return self._events.take_due(self._now)

    def advance(self, now: float) -> None:
        self._now = now

    def next_due(self) -> float | None:
        return min((due for due, _ in (*self._requests.on_air, *self._events.on_air)), default=None)

    def next_answer(self) -> float | None:
        """When the next message arrives at either end; downloads do not count."""
        on_air = (*self._requests.on_air, *self._events.on_air)
        dues = (due for due, message in on_air if not isinstance(message, _BULK))
        return min(dues, default=None)

    def _use(self, network: UseNetwork) -> None:
        technology = network.technology
        self._rate = rate_of(technology, network.bars) if technology else None
        if self._rate is None:
            self._requests.on_air.clear()
            self._events.on_air.clear()
            self._far.send(Abandon())  # the connection broke: My Porsche sees that at its end
