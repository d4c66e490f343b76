"""The head unit on the bus: what is wrong is counted and ignored, what stops coming is lost."""

from copy import deepcopy
from dataclasses import asdict
from datetime import datetime
from random import Random

import pytest

from connectivity.can.bus import CarBus
from connectivity.can.layout import load_layout
from connectivity.can.protection import protect
from connectivity.can.vehicle import CanVehicle
from connectivity.messages.vehicle import (
    CarClock,
    CarVin,
    Doors,
    Gear,
    Ignition,
    Locked,
    Mileage,
    SignalFound,
    SignalLost,
    Speed,
    VehicleEvent,
    WheelKey,
)
from connectivity.outside.car_state import vin_values
from connectivity.outside.vehicle import VehicleEmulator
from connectivity.vehicle import Vehicle, reduce_vehicle

VIN = "WP0ZZZ98ZLS200718"
LAYOUT = load_layout()


class Desk:
    """A bus with the head unit on it, and the car or nobody else."""

    def __init__(self, car: bool = True) -> None:
        self.bus = CarBus()
        self.car = VehicleEmulator(self.bus, VIN) if car else None
        self.can = CanVehicle(self.bus)
        self.counter = 0

    def put(self, name: str, counter: int | None = None, **values: float) -> list[VehicleEvent]:
        """Somebody sends a message, rightly, with the next counter or the one given."""
        message = LAYOUT.by_name[name]
        self.counter += 1
        data = protect(message, message.pack(values), self.counter if counter is None else counter)
        return self.raw(message.id, data)

    def raw(self, id_: int, data: bytes) -> list[VehicleEvent]:
        self.bus.put_foreign(id_, data)
        return self.can.drain()

    def pass_time(self, now: float) -> list[VehicleEvent]:
        if self.car:
            self.car.advance(now)
        self.can.advance(now)
        return self.can.drain()


def after(car: Vehicle, events: list[VehicleEvent]) -> Vehicle:
    for event in events:
        car = reduce_vehicle(car, event)
    return car


def test_the_car_tells_all_at_the_start() -> None:
    events = Desk().can.drain()
    assert {
        Ignition(False),
        Speed(0),
        Gear("P"),
        Locked(False),
        Doors(False),
        Mileage(12480),
        CarVin(VIN),
        CarClock(datetime(2026, 3, 16, 10, 42)),  # noqa: DTZ001 - local time
    } <= set(events)


@pytest.mark.parametrize(
    "event", [Ignition(True), Speed(50.37), Gear("R"), Locked(True), Doors(True), Mileage(99)]
)
def test_a_change_of_the_car_arrives_at_once_and_once(event: VehicleEvent) -> None:
    desk = Desk()
    desk.can.drain()
    assert desk.car is not None
    desk.car.set(event)  # type: ignore[arg-type] # changes of a car, all of them
    assert event in desk.can.drain()
    desk.car.set(event)  # type: ignore[arg-type]
    assert desk.can.drain() == []


def test_a_bench_frame_switches_the_ignition_on() -> None:
    desk = Desk(car=False)
    assert desk.raw(0x3C0, bytes.fromhex("15092300")) == [Ignition(True)]


WRONG = {
    "unknown_id": (0x7A1, bytes(8)),
    "wrong_length": (0x3C0, bytes.fromhex("150923")),
    "wrong_checksum": (0x3C0, bytes.fromhex("16092300")),
    "out_of_range": (0x100, bytes.fromhex("000E0000FFFF0000")),
}


@pytest.mark.parametrize("why", WRONG)
def test_a_wrong_frame_is_counted_and_ignored(why: str) -> None:
    desk = Desk()
    desk.can.drain()
    assert desk.raw(*WRONG[why]) == []
    assert asdict(desk.can.counts) | {"frames": 0, why: 1} == {
        "frames": 0,
        **dict.fromkeys(("unknown_id", "wrong_length", "wrong_checksum"), 0),
        **dict.fromkeys(("frozen_counter", "out_of_range"), 0),
        why: 1,
    }
    assert getattr(desk.can.counts, why) == 1


def test_a_frozen_counter_is_counted_and_ignored() -> None:
    desk = Desk(car=False)
    assert desk.put("Klemmen_Status_01", counter=3, ZAS_Kl_15=1) == [Ignition(True)]
    assert desk.put("Klemmen_Status_01", counter=3, ZAS_Kl_15=0) == []
    assert desk.can.counts.frozen_counter == 1
    assert desk.put("Klemmen_Status_01", counter=4, ZAS_Kl_15=0) == [Ignition(False)]


def test_a_speed_that_is_marked_invalid_is_not_believed() -> None:
    desk = Desk(car=False)
    assert desk.put("ESP_01", ESP_v_Signal=80, ESP_QBit_v_Signal=1) == []
    assert desk.can.counts.out_of_range == 1


def test_a_vin_counts_only_complete_and_in_order() -> None:
    desk = Desk(car=False)
    vin = LAYOUT.by_name["VIN_01"]
    first, second, third = (vin.pack(vin_values(VIN, part)) for part in range(3))
    for data in (second, third, first, third, second, first, second):
        assert desk.raw(vin.id, data) == []
    assert desk.raw(vin.id, third) == [CarVin(VIN)]


def test_a_vin_that_is_not_well_formed_is_counted() -> None:
    desk = Desk(car=False)
    for part in (0, 1, 2):
        desk.put("VIN_01", VIN_01_MUX=part, VIN_8=ord("O"), VIN_3=ord("I"), VIN_17=ord("Q"))
    assert desk.can.counts.out_of_range == 1


@pytest.mark.parametrize(
    ("message", "field", "value"),
    [
        ("Klemmen_Status_01", "power", "off"),
        ("ESP_01", "motion", "moving"),
        ("Getriebe_03", "gear", ""),
        ("ZV_02", "locked", False),
        ("ZV_02", "doors_open", True),
        ("Dimmung_01", "dark", True),
        ("SIM_CHARGE_01", "plugged", True),
        ("VIN_01", "vin", ""),
        ("Gateway_05", "outside_c", None),
    ],
)
def test_a_message_that_stops_coming_leaves_the_safe_state_and_comes_back(
    message: str, field: str, value: object
) -> None:
    desk = Desk()
    assert desk.car is not None
    desk.car.set(Ignition(True))
    desk.car.set(Locked(True))
    desk.car.set(Gear("D"))
    car = after(Vehicle(), desk.can.drain())
    desk.car.set_fault(message, "silent")
    due = desk.can.next_due()
    assert due is not None
    lost = desk.pass_time(due + 0.001)
    assert len([event for event in lost if isinstance(event, SignalLost)]) == 1
    car = after(car, lost)
    assert getattr(getattr(car, field), "value", getattr(car, field)) == value
    assert len(car.lost) == 1
    assert desk.can.lost == (message,)
    desk.car.set_fault(message, None)
    back = desk.can.drain()
    assert any(isinstance(event, SignalFound) for event in back)
    car = after(car, back)
    assert car.lost == frozenset()
    if field not in ("dark", "outside_c"):
        assert getattr(getattr(car, field), "value", getattr(car, field)) != value


def test_only_what_is_wrong_is_lost_when_a_message_is_corrupted() -> None:
    desk = Desk()
    assert desk.car is not None
    desk.car.set_fault("Klemmen_Status_01", "checksum")
    for second in range(1, 20):
        desk.pass_time(second / 2)
    assert desk.can.lost == ("Klemmen_Status_01",)
    assert desk.can.counts.wrong_checksum >= 10


def test_hours_pass_with_each_message_sent_once_and_nothing_lost() -> None:
    desk = Desk()
    desk.can.drain()
    before = desk.can.counts.frames
    desk.pass_time(36_000)
    assert desk.can.counts.frames - before == 16  # the VIN has three frames
    assert desk.can.counts.ignored == 0
    assert desk.can.lost == ()
    assert desk.can.next_due() is None


def test_a_bus_without_a_car_loses_every_signal() -> None:
    desk = Desk(car=False)
    while (due := desk.can.next_due()) is not None:
        desk.pass_time(due)
    assert len(desk.can.lost) == 14


def test_the_clock_runs_on_alone_and_follows_a_step() -> None:
    desk = Desk()
    desk.can.drain()
    assert not [e for e in desk.pass_time(3600.4) if isinstance(e, CarClock)]
    other = CarClock(datetime(2027, 1, 1))  # noqa: DTZ001 - local time
    assert desk.car is not None
    desk.car.set(other)
    (event,) = [e for e in desk.can.drain() if isinstance(e, CarClock)]
    assert abs((event.at_zero - other.at_zero).total_seconds()) < 1


def test_the_mileage_grows_while_driving() -> None:
    desk = Desk()
    assert desk.car is not None
    desk.car.set(Ignition(True))
    desk.car.set(Speed(120))
    desk.can.drain()
    assert Mileage(12480 + 60) in desk.pass_time(1800)


def test_wheel_buttons_and_ticks() -> None:
    desk = Desk()
    desk.can.drain()
    assert desk.car is not None
    desk.car.press(WheelKey("ok"))
    desk.car.press(WheelKey("down", 9))
    desk.car.press(WheelKey("volume_up", 2))
    assert desk.can.drain() == [
        WheelKey("ok"),
        WheelKey("down", 7),
        WheelKey("down", 2),
        WheelKey("volume_up", 2),
    ]


def test_a_button_that_is_held_counts_once() -> None:
    desk = Desk(car=False)
    held = [desk.put("MFL_Tasten", MFL_Tastencode=8, MFL_Eventcode=e) for e in (1, 1, 4, 5, 6, 0)]
    assert held == [[WheelKey("ok")], [], [], [], [], []]


def test_100_000_random_frames_raise_nothing_and_are_counted() -> None:
    desk, random = Desk(), Random(5)
    ids = [message.id for message in LAYOUT.messages] + [0, 0x7FF, 0x9FFFFFFF]
    start = desk.can.counts.frames
    for _ in range(100_000):
        desk.bus.put_foreign(random.choice(ids), random.randbytes(random.randrange(9)))
    after(Vehicle(), desk.can.drain())
    assert desk.can.counts.frames - start >= 100_000
    assert desk.can.counts.ignored > 10_000


def test_a_copy_of_bus_car_and_driver_lives_on_its_own() -> None:
    desk = Desk()
    desk.can.drain()
    other = deepcopy(desk)
    assert other.car is not None
    other.car.set(Speed(77))
    assert desk.can.drain() == []
    assert Speed(77) in other.can.drain()
