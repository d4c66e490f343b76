"""Measures the CAN bus against its budget: 4,500 frames a second for a minute, none lost, and what
a touch takes meanwhile. `python -m benchmarks wires` prints it.
"""

from random import Random
from time import perf_counter

from connectivity.can.layout import load_layout
from models.catalogue import find_car
from pcm.headunit.session import Session

RATE, SECONDS, POLL_S = 4500, 60, 0.02
"""A full bus at 500 kbit/s; how often it is served."""


def main() -> None:
    session, random = Session(find_car("718-982"), 2020), Random(1)
    bus, can = session.world.vehicle.bus, session.world.can
    ids = [message.id for message in load_layout().messages] + [0x7A1] * 15
    start, before = can.counts.frames, perf_counter()
    quiet = sorted(_touch(session) for _ in range(len(bus.latest) * 100))[-75]
    busy_s, touches = 0.0, []
    for _ in range(int(SECONDS / POLL_S)):
        for _ in range(int(RATE * POLL_S)):
            bus.put_foreign(random.choice(ids), random.randbytes(8))
        began = perf_counter()
        session.serve()
        session.tick(POLL_S)
        busy_s += perf_counter() - began
        touches.append(_touch(session))
    lost = RATE * SECONDS - (can.counts.frames - start)
    touches.sort()
    print(f"CAN in, {RATE} frames/s for {SECONDS} s: {busy_s / SECONDS:.1%} of a core")
    print(f"frames lost: {max(0, lost)} (those of the car come on top)")
    full = touches[-len(touches) // 20]
    print(f"a touch (95 %): {quiet * 1000:.2f} ms, with the bus full {full * 1000:.2f} ms")
    print(f"measured in {perf_counter() - before:.1f} s")


def _touch(session: Session) -> float:
    began = perf_counter()
    session.do("knob right")
    _ = session.screen
    return perf_counter() - began
