"""The verbs of the car's CAN bus and of the buttons on its steering wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from connectivity.can.layout import EXTENDED, Message, load_layout
from connectivity.can.wheel import is_wheel
from connectivity.messages.vehicle import WheelButton, WheelKey
from connectivity.outside.vehicle import Fault
from models.errors import PcmError
from pcm.headunit.verbs.car import need_own_car
from pcm.headunit.verbs.driver import where
from pcm.headunit.verbs.verb import Run, choose, number

if TYPE_CHECKING:
    from pcm.headunit.session import Session

BUTTONS: dict[str, WheelButton] = {
    name.replace("_", " ") if name.startswith("volume") else name.replace("_", "-"): name
    for name in get_args(WheelButton)
}
"""The words for each button of the wheel."""
MOST_PRESSES = 100
_FAULTS: dict[str, Fault] = {"checksum": "checksum", "counter": "counter", "length": "length"}


def _wheel(session: Session, rest: str) -> str:
    words = rest.split()
    times = words.pop() if len(words) > 1 and words[-1].isdigit() else "1"
    button = BUTTONS[choose("wheel", " ".join(words), BUTTONS)]
    ticks = int(number("wheel", times, 1, MOST_PRESSES))
    need_own_car(session)
    before = session.unit.state.toast
    if is_wheel(button):
        session.world.vehicle.press(WheelKey(button, ticks))
    else:
        for _ in range(ticks):
            session.world.vehicle.press(WheelKey(button))
            session.pump()
    session.pump()
    toast = session.unit.state.toast
    new = toast and toast is not before
    return session.unit.view.words(toast.reason) if toast and new else where(session)


def _bus(session: Session, rest: str) -> str:
    words = rest.split() or [""]
    deeds = {"silent": _silent, "on": _on, "corrupt": _corrupt, "show": _show}
    return deeds[choose("car bus", words[0], deeds)](session, words[1:])


def _messages(session: Session, words: list[str]) -> tuple[str, ...]:
    """The message that is named, all of the car without a name."""
    known = session.world.vehicle.message_names
    return (choose("message", words[0], known),) if words else known


def _silent(session: Session, words: list[str]) -> str:
    for name in _messages(session, words):
        session.world.vehicle.set_fault(name, "silent")
    return f"{words[0] if words else 'the car'} sends nothing"


def _on(session: Session, words: list[str]) -> str:
    for name in _messages(session, words):
        session.world.vehicle.set_fault(name, None)
    return f"{words[0] if words else 'every message'} is sent again"


def _corrupt(session: Session, words: list[str]) -> str:
    if not words:
        raise PcmError("usage: car bus corrupt MESSAGE [checksum|counter|length]")
    name = _messages(session, words)[0]
    message = load_layout().by_name[name]
    fault = choose("fault", words[1], _FAULTS) if len(words) > 1 else _first_fault(message)
    if (fault == "checksum" and not message.checksum) or (
        fault == "counter" and not message.counter
    ):
        raise PcmError(f"{name} has no {fault}")
    session.world.vehicle.set_fault(name, _FAULTS[fault])
    return f"{name} is sent with a wrong {fault}"


def _first_fault(message: Message) -> str:
    return "checksum" if message.checksum else "counter" if message.counter else "length"


def _show(session: Session, words: list[str]) -> str:
    layout, latest = load_layout(), session.world.vehicle.bus.latest
    known = {message.name: message for message in layout.messages if message.id in latest}
    if not words:
        return "\n".join(_raw(message, latest[message.id]) for message in known.values())
    message = known[choose("message", words[0], known)]
    data = latest[message.id]
    values = message.unpack(int.from_bytes(data, "little"))
    shown = (f"  {name}: {message.by_name[name].word(value)}" for name, value in values.items())
    return "\n".join((_raw(message, data), *shown))


def _raw(message: Message, data: bytes) -> str:
    id_ = f"{message.id & ~EXTENDED:0{8 if message.id & EXTENDED else 3}X}"
    return f"{id_}  {data.hex(' ').upper()}  {message.name}"


BUS_VERBS: dict[str, Run] = {"wheel": _wheel, "car bus": _bus}
