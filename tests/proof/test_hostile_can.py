"""A million hostile CAN frames: nothing is raised, the screen answers, the counts add up."""

from __future__ import annotations

from random import Random

from connectivity.can.bus import Tap
from connectivity.can.layout import load_layout
from connectivity.can.readings import SIGNALS
from connectivity.can.status import STATUS
from connectivity.vehicle import Power
from pcm.headunit.report import screen_text
from tests.headunit.conftest import make_session
from tests.proof.hostile_can import frames

COUNT, BATCH = 1_000_000, 5_000
LOOKS = ("home", "knob right", "knob press", "back")


class Listener(Tap):
    """Counts what is on the bus, by id."""

    def __init__(self) -> None:
        self.heard: dict[int, int] = {}

    def hear(self, now: float, id_: int, data: bytes) -> None:
        self.heard[id_] = self.heard.get(id_, 0) + 1


def test_any_frame_is_taken_or_counted_and_the_screen_answers() -> None:
    session = make_session("cayenne-9y0", 2020, "IT", "en")
    car, driver, layout = session.world.vehicle, session.world.can, load_layout()
    car.bus.taps = (listener := Listener(),)
    lengths = {m.id: m.length for m in layout.messages if m.name in SIGNALS}
    status = layout.by_name[STATUS].id
    start = driver.counts.frames
    unknown = wrong_length = screens = foreign_status = 0
    for number, (id_, data) in enumerate(frames(Random(11), COUNT, dict(car.bus.latest)), 1):
        car.bus.put_foreign(id_, data)
        unknown += id_ not in (*lengths, status)  # the head unit knows its own
        wrong_length += len(data) != lengths.get(id_, len(data))
        foreign_status += id_ == status
        if number % BATCH == 0:
            session.do(LOOKS[screens % len(LOOKS)])
            session.pass_time(0.05)
            screens += bool(screen_text(session.screen))
    counts, heard = driver.counts, listener.heard
    assert screens == COUNT // BATCH
    assert counts.unknown_id == unknown > COUNT // 5
    assert counts.wrong_length == wrong_length > COUNT // 20
    own = heard[status] - foreign_status  # the head unit does not hear itself
    assert counts.frames - start == sum(heard.values()) - own
    ignored = counts.wrong_checksum + counts.frozen_counter + counts.out_of_range
    assert COUNT // 20 < ignored < COUNT - unknown - wrong_length


def test_after_the_storm_the_car_is_believed_again() -> None:
    session = make_session("cayenne-9y0", 2020, "IT", "en")
    car = session.world.vehicle
    for id_, data in frames(Random(12), COUNT // 50, dict(car.bus.latest)):
        car.bus.put_foreign(id_, data)
    session.pump()
    for line in ("car speed 30", "car gear D", "car ignition off", "car ignition on"):
        assert session.do(line).ok
    car.tell_all()
    session.pass_time(60.0)
    known = session.unit.state.vehicle
    assert known.power is Power.ON
    assert (known.speed_kmh, known.gear, known.vin) == (30.0, "D", car.vin)
    assert not known.lost
