"""One car on the desk: a head unit, the world outside it, virtual time, a trace.

Every face drives it by verb lines.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from connectivity.call import CallState
from connectivity.messages.vehicle import Ignition
from connectivity.ports import Port
from menus.load import load_tree
from models.catalogue import Car, Languages, load_generations
from models.errors import PcmError
from models.markets import find_market
from pcm.headunit.attachments import Attachments
from pcm.headunit.bench import Switch, derive_bench
from pcm.headunit.clock import seconds_to_next_minute
from pcm.headunit.errors import ExpectationError, RefusedError, UnknownVerbError
from pcm.headunit.memory.memory import Memory
from pcm.headunit.observer import Coach, Observer, Recorder
from pcm.headunit.screen import Screen
from pcm.headunit.settings import factory_settings
from pcm.headunit.state import UnitState
from pcm.headunit.trace import Trace
from pcm.headunit.unit import HeadUnit
from pcm.headunit.verbs import LONGEST_LINE, run_line
from pcm.headunit.view import Setup
from pcm.headunit.vin import make_vin
from pcm.headunit.watcher import Watcher
from pcm.headunit.world import World

NOTICE_S = 12.0
"""How long a message about the memory is shown: it is long, and comes while all else starts."""
Painter = Callable[[Screen, Path], None]
Waiter = Callable[[float], None]
"""Lets so many seconds of real time go by while the ports are served."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb answered; an answer that is not ok and has no mark is a wrong argument.

    unknown: the line was no verb; failed: an `expect` is not met; refused: the head unit does not
    do it now; `reason` is the key of why, also when My Porsche declines.
    """

    ok: bool
    text: str
    unknown: bool = False
    failed: bool = False
    refused: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A named snapshot of everything."""

    state: UnitState
    world: World


@dataclass(frozen=True, slots=True)
class Aside:
    """What stood on the desk, and its memory."""

    setup: Setup
    world: World
    unit: HeadUnit
    memory: Memory | None
    saved: dict[str, Saved]


class Session:
    """A car on the desk. `painter` makes pictures when a face offers it; `ports` lead out of the
    process, a face serves them; `waiter` is set by a face whose time is not real otherwise.
    """

    def __init__(
        self,
        car: Car,
        year: int,
        country: str = "IT",
        language: Languages = "it",
        seed: int = 1,
        painter: Painter | None = None,
        ports: tuple[Port, ...] = (),
        memory: Memory | None = None,
        attachments: Attachments = Attachments(),  # noqa: B008  frozen
        vin: str = "",
    ) -> None:
        self.seed, self.painter, self.memory = seed, painter, memory
        self.attachments, self.ports = attachments, (*ports, *attachments.ports)
        self.waiter: Waiter | None = None
        self.real_time = False  # True: what is on the air takes its time; else it is awaited
        self.recorder: Recorder | None = None
        self.coach: Coach | None = None
        self.trace = Trace()
        self.observers: list[Observer] = []
        self.watchers: list[Watcher] = []
        self.saved: dict[str, Saved] = {}
        self.done = False
        self._aside: Aside | None = None
        self._bench: tuple[object, tuple[Switch, ...]] | None = None
        self._vins = {(car.id, year): vin} if vin else {}
        self.put_on_desk(car, year, country, language)

    def put_on_desk(
        self, car: Car, year: int, country: str, language: Languages, fresh: bool = False
    ) -> None:
        """Another car with its ignition on: as its memory knows it, without one as delivered.

        fresh: as delivered, whatever its memory holds.
        """
        generation, market = load_generations()[car.pcm], find_market(country)
        tree = load_tree(car, year)
        vin = self._vins.get((car.id, year)) or make_vin(car, year)
        self.setup = Setup(car, year, generation, market, tree, vin)
        self.world = World.of(self.setup, self.seed, self.attachments)
        self._let_in()
        state = UnitState(language, factory_settings(tree, language))
        self.remembers = False  # it came with what an earlier run left in its memory
        if self.memory:
            delivered = state
            state = self.memory.take_up(self.setup, state, self.world, fresh)
            self.remembers = state != delivered
        for timed in self.world.timed:
            timed.advance(state.now)
        self.world.vehicle.set(Ignition(True))
        self.unit = HeadUnit(self.setup, self.world.wires, state)
        self.unit.watchers = self.watchers
        self.unit.change(places=state.places)
        self._await_answers()
        self._keep()
        self.saved.clear()
        self.trace.start(self)

    @property
    def screen(self) -> Screen:
        return self.unit.screen

    @property
    def bench(self) -> tuple[Switch, ...]:
        """The switches of the outside, as the panel shows them."""
        if self._bench is None or self._bench[0] is not self.unit.state:
            self._bench = (self.unit.state, derive_bench(self))
        return self._bench[1]

    def do(self, line: str) -> Answer:
        """Carry out one verb line; never raises for what a user can type."""
        masked = self.trace.mask(line[: LONGEST_LINE + 1], self.unit.state)
        for observer in tuple(self.observers):
            observer.begin(self, line)
        try:
            text = run_line(self, line)
            self.pump()
            answer = Answer(True, text)
        except RefusedError as refused:
            self.pump()
            words, key = self.unit.view.words(refused.reason), refused.reason.key
            answer = Answer(False, words, refused=True, reason=key)
        except UnknownVerbError as error:
            answer = Answer(False, str(error), unknown=True)
        except ExpectationError as error:
            answer = Answer(False, str(error), failed=True)
        except PcmError as error:
            self.pump()
            answer = Answer(False, str(error), reason=error.why)
        self._bench = None
        self._keep()
        self.trace.note(self, masked, answer)
        for observer in tuple(self.observers):
            observer.end(self, line, answer)
        return answer

    def pass_time(self, seconds: float) -> None:
        """Virtual time goes by, stopping at each moment at which something happens by itself."""
        end = self.unit.state.now + seconds
        while (due := self.next_due()) is not None and due < end:
            self._advance(max(0.0, due - self.unit.state.now))
        self._advance(end - self.unit.state.now)
        self._keep()

    def tick(self, seconds: float) -> None:
        """Real time that has passed since the last tick (the window's clock)."""
        self.pass_time(max(0.0, seconds))
        for observer in self.observers:
            observer.passed(self, seconds)

    def next_wait(self) -> float:
        """Seconds until something moves by itself: the minute, a message, an answer."""
        now = self.unit.state.now
        waits = [seconds_to_next_minute(self.unit.state)]
        toast, due = self.unit.state.toast, self.next_due()
        waits += [toast.until - now] if toast else []
        waits += [due - now] if due is not None else []
        locked = self.unit.state.account.locked_until
        counting = locked > now or self.unit.state.call.state is CallState.ACTIVE
        waits += [1.0] if counting else []
        return max(0.02, min(waits))

    def pump(self) -> None:
        """Take in what came; a script waits for what is on the air, not for My Porsche's work."""
        self.unit.pump()
        if not self.real_time:
            self._await_answers()

    def serve(self) -> bool:
        """Take and give at the ports what is possible now; False when nothing came of it."""
        for port in self.ports:
            port.serve()
        self._bench = None
        came = self.unit.pump()
        self._keep()
        return came

    def close(self) -> None:
        """What is to be kept is written, the ports are given back; the session is over."""
        if self.recorder and self.recorder.file:
            self.recorder.stop()
        self.take_back()
        if self.memory:
            self.memory.close()
        for port in self.ports:
            port.close()

    def save(self, name: str) -> None:
        self.saved[name] = Saved(self.unit.state, copy.deepcopy(self.world))

    def restore(self, name: str) -> None:
        kept = self.saved[name]
        self.world = copy.deepcopy(kept.world)
        self._let_in()
        self.unit.put_back(kept.state, self.world.wires)

    @property
    def home(self) -> Setup:
        """What the driver's own car is built for, also while it is set aside."""
        return self._aside.setup if self._aside else self.setup

    def set_aside(self) -> None:
        """Whatever is put on the desk from now on leaves what stands there, and its memory."""
        if self._aside is None:
            self._aside = Aside(self.setup, self.world, self.unit, self.memory, dict(self.saved))
            self.memory = None

    def take_back(self) -> None:
        """What was set aside stands on the desk again, as it was."""
        aside, self._aside = self._aside, None
        if aside is None:
            return
        self.setup, self.world, self.unit = aside.setup, aside.world, aside.unit
        self.memory, self.saved = aside.memory, aside.saved
        self._let_in()
        self.trace.start(self)

    def _await_answers(self) -> None:
        while (due := self.world.link.next_answer()) is not None:
            self.pass_time(max(0.0, due - self.unit.state.now))

    def _keep(self) -> None:
        """What has changed is kept before anybody is answered."""
        if self.memory:
            self.memory.keep(self.unit.state, self.world)
            if notice := self.memory.take_notice():
                self.unit.say(notice, NOTICE_S)

    def _let_in(self) -> None:
        """Other programs go on with the modem of this world."""
        self.world.drop_visitors()
        for server in self.attachments.modem_servers:
            server.attach(self.world.modem)
        if self.attachments.taps:
            self.world.vehicle.bus.taps = self.attachments.taps
            self.world.vehicle.tell_all()

    def _advance(self, seconds: float) -> None:
        now = self.unit.state.now + seconds
        for timed in self.world.timed:
            timed.advance(now)
        self.unit.advance(seconds)

    def next_due(self) -> float | None:
        """When something happens by itself next."""
        now = self.unit.state.now
        dues = [timed.next_due() for timed in (*self.world.timed, self.unit)]
        return min((due for due in dues if due is not None and due > now), default=None)
