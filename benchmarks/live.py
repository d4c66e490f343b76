"""Measures the wires of a running window from outside: `python -m benchmarks.live [SECONDS]`.

Another process sends frames by UDP multicast at the budget's rate, half of them a speed that is
another each time, half of an id that nobody knows; touches are timed without and with them. A
third process's AT commands come over the pseudo-terminal.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter, process_time

from PySide6.QtCore import QEventLoop, QTimer

FRAMES_PER_S = 4500
SECONDS = 60.0
ROUNDS, TOUCHES = 2000, 60
CHANNEL = "239.74.163.9"  # no other simulator may be on it
_SENDER = """
import sys, can
from threading import Event
from time import perf_counter
rate, seconds = float(sys.argv[1]), float(sys.argv[2])
bus = can.Bus(interface="udp_multicast", channel=sys.argv[3], receive_own_messages=False)
wait, sent, start = Event().wait, 0, perf_counter()
while (gone := perf_counter() - start) < seconds:
    while sent < gone * rate:
        speed = sent % 25000
        for id_ in (0x100, 0x7A1):
            bus.send(can.Message(arbitration_id=id_, is_extended_id=False,
                                 data=bytes(4) + speed.to_bytes(2, "little") + bytes(2)))
            sent += 1
    wait(0.002)
print(sent, flush=True)
"""
_ASKER = """
import os, sys
from time import perf_counter
line = os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
for _ in range(int(sys.argv[2])):
    start, came = perf_counter(), b""
    os.write(line, b"AT+CSQ\\r")
    while b"OK" not in came:
        came += os.read(line, 4096)
    print(perf_counter() - start)
"""


class LiveWindow:
    """The real window with a modem's port and a real bus."""

    def __init__(self) -> None:
        from connectivity.can.link import CanLink
        from connectivity.outside.modem_server import PtyServer
        from models.catalogue import find_car
        from pcm.headunit.attachments import Attachments
        from pcm.headunit.session import Session
        from pcm.ui.app import Window
        from pcm.ui.engine import start_qt

        self.app = start_qt("offscreen", software=True)
        self.modem = PtyServer()
        link = CanLink(f"interface=udp_multicast,channel={CHANNEL}")
        attachments = Attachments(modem_servers=(self.modem,), can=link)
        self.session = Session(find_car("cayenne-9y0", 2019), 2019, attachments=attachments)
        self.session.real_time = True
        self.session.do("car bus silent ESP_01")  # the speed comes from outside
        self.window = Window(self.session)
        self.frames: list[float] = []
        self.window.window.frameSwapped.connect(lambda: self.frames.append(perf_counter()))

    def rest(self, seconds: float) -> None:
        """Let Qt work, and sleep when there is nothing to do."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def unknown(self) -> int:
        return int(self.session.do("state can_unknown_id").text)

    def touches(self, count: int) -> list[float]:
        """Seconds from a touch to the frame that shows what came of it."""
        times, steps = [], ("tap set", "knob right 1", "knob left 1", "home")
        for line in (steps * count)[:count]:
            self.rest(0.05)
            start, seen, shown = perf_counter(), len(self.frames), self.session.screen
            self.window.do(line)
            while len(self.frames) == seen and perf_counter() - start < 1:
                self.app.processEvents()
            if self.session.screen != shown:
                times.append(self.frames[-1] - start)
        return sorted(times)

    def round_trips(self) -> list[float]:
        """What another process waits for each answer of the modem."""
        command = [sys.executable, "-c", _ASKER, self.modem.place, str(ROUNDS)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asker:
            while asker.poll() is None:
                self.rest(0.05)
            assert asker.stdout
            return [float(line) for line in asker.stdout]


def main(seconds: float = SECONDS) -> None:
    """Measure all and print it."""
    live = LiveWindow()
    live.rest(2.0)
    print(f"AT command from another process: {median(live.round_trips()) * 1000:.3f} ms (0.4 ms)")
    quiet, before = live.touches(TOUCHES), live.unknown()
    command = [sys.executable, "-c", _SENDER, str(FRAMES_PER_S), str(seconds), CHANNEL]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sender:
        live.rest(1.0)
        cpu, start = process_time(), perf_counter()
        busy: list[float] = []
        while sender.poll() is None:
            busy += live.touches(4)
        load = (process_time() - cpu) / (perf_counter() - start)
        assert sender.stdout
        sent = int(sender.stdout.read())
    live.rest(1.0)
    lost = sent // 2 - (live.unknown() - before)
    print(f"frames sent in {seconds:g} s: {sent}; lost, of half of them: {lost}")
    print(f"the window's process meanwhile: {load:.0%} of a core")
    print(f"touch to painted, 95 %: {_p95(quiet):.1f} ms, with the bus full {_p95(busy):.1f} ms")
    live.window.close()
    live.session.close()


def _p95(times: list[float]) -> float:
    times = sorted(times)
    return times[int(len(times) * 0.95)] * 1000


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
