"""Measures the head unit in the browser: `python -m benchmarks web`, or `.web [CAR YEAR]`.

A real server process, real WebSockets: the time from a touch to the last picture of what came of
it, alone and with four more viewers of whom one reads 20 kB a second; bytes; what rest costs.
"""

import argparse
import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from websockets.client import ClientProtocol
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.sync.client import connect
from websockets.typing import Origin
from websockets.uri import parse_uri

BUDGET_MS = 100
TOUCHES = 40
QUIET_S = 0.25  # after so long without a picture the last one is what came of the touch
IDLE_S = 5.0
SLOW_BYTES, SLOW_S = 2000, 0.1  # 20 kB a second
TILES = (0.12, 0.37, 0.62)  # of the display's width: in the upper row of every main menu
TILES_DOWN = 0.35
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Viewer:
    """Acknowledges at once; notes when each picture came, and how long it was."""

    def __init__(self, address: str, stack: ExitStack) -> None:
        origin = Origin(address.rstrip("/"))
        url = f"{address.replace('http', 'ws', 1)}display"
        self.socket = stack.enter_context(connect(url, origin=origin, compression=None))
        self.came: queue.SimpleQueue[tuple[float, int]] = queue.SimpleQueue()
        self.display: dict[str, int] = {}
        self.bytes = 0
        threading.Thread(target=self._read, daemon=True).start()

    def say(self, kind: str, **more: object) -> None:
        self.socket.send(json.dumps({"say": kind, **more}))

    def settle(self) -> tuple[float, int]:
        """When the last picture came, after which there was none for a while; bytes of all."""
        last, total = 0.0, 0
        while True:
            try:
                last, size = self.came.get(timeout=QUIET_S)
            except queue.Empty:
                return last, total
            total += size

    def _read(self) -> None:
        try:
            for message in self.socket:
                self.bytes += len(message)
                if isinstance(message, bytes):
                    self.came.put((perf_counter(), len(message)))
                    self.say("ack", version=int.from_bytes(message[:4], "big"))
                else:
                    said = json.loads(message)
                    self.display = said.get("display", self.display)
        except ConnectionClosed:
            pass


def throttled(address: str, stop: threading.Event) -> None:
    """A viewer with a slow line, who acknowledges what has come through."""
    uri = parse_uri(f"{address.replace('http', 'ws', 1)}display")
    protocol = ClientProtocol(uri, origin=Origin(address.rstrip("/")))
    with socket.create_connection((uri.host, uri.port)) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        protocol.send_request(protocol.connect())
        while not stop.is_set():
            for data in protocol.data_to_send():
                line.sendall(data)
            protocol.receive_data(line.recv(SLOW_BYTES))
            for event in protocol.events_received():
                if isinstance(event, Frame) and event.opcode is Opcode.BINARY:
                    version = int.from_bytes(event.data[:4], "big")
                    protocol.send_text(json.dumps({"say": "ack", "version": version}).encode())
            stop.wait(SLOW_S)


@contextmanager
def served(car: str, year: int) -> Iterator[tuple[str, int]]:
    """A head unit in the browser: its address and its process."""
    command = [sys.executable, "-m", "pcm.cli", "--web", "--port", "0", "--memory", "none"]
    command += ["--car", car, "--year", str(year)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().split()[-1], process.pid
        finally:
            process.terminate()


def touches(viewer: Viewer) -> tuple[list[float], list[int]]:
    """Milliseconds from each touch on a tile to the last picture, and bytes of its pictures."""
    times, sizes = [], []
    viewer.settle()
    for number in range(TOUCHES):
        display, across = viewer.display, TILES[number % len(TILES)]
        x = display["x"] + across * display["width"]
        y = display["y"] + TILES_DOWN * display["height"]
        start = perf_counter()
        for act in ("press", "release"):
            viewer.say("point", act=act, x=x, y=y)
        came, size = viewer.settle()
        times.append((came - start) * 1000)
        sizes.append(size)
        viewer.say("do", line="home")
        viewer.settle()
    return sorted(times), sizes


def measure(car: str, year: int) -> None:
    with ExitStack() as stack:
        address, process = stack.enter_context(served(car, year))
        first = Viewer(address, stack)
        _report("one viewer", *touches(first))
        cpu, sent, start = _cpu_s(process), first.bytes, perf_counter()
        threading.Event().wait(IDLE_S)
        load = (_cpu_s(process) - cpu) / (perf_counter() - start)
        print(f"{'at rest, one viewer':28} {load:.1%} of a core, {first.bytes - sent} bytes")
        others = [Viewer(address, stack) for _ in range(3)]
        stop = threading.Event()
        slow = threading.Thread(target=throttled, args=(address, stop))
        slow.start()
        _report("five, one of them throttled", *touches(first))
        print(f"{'bytes to each of the others':28} {[other.bytes for other in others]}")
        stop.set()
        slow.join()


def _report(name: str, times: list[float], sizes: list[int]) -> None:
    p95 = times[int(len(times) * 0.95)]
    verdict = "met" if p95 <= BUDGET_MS else "MISSED"
    print(f"{name:28} touch to picture {median(times):.0f} ms, p95 {p95:.0f} ms  {verdict}")
    print(f"{'':28} {median(sizes) / 1000:.0f} kB a touch")


def _cpu_s(process: int) -> float:
    """Seconds of processor time of all threads; 0 where there is no /proc."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("car", nargs="?", default="cayenne-9y0")
    parser.add_argument("year", nargs="?", type=int, default=2019)
    given = parser.parse_args()
    measure(given.car, given.year)


if __name__ == "__main__":
    main()
