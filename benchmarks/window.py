"""Measures the window and prints a table against its budgets.

`python -m benchmarks.window [CAR YEAR]`. Each measure runs in its own process, so that first frame
and memory are those of a fresh start; the first frame is the median of several starts.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

STARTED = perf_counter()
_FOLDER = TemporaryDirectory()
IDLE_S = 3.0
TOUCHES = 60
STARTS = 7
BUDGETS: tuple[tuple[str, float, str], ...] = (
    ("first frame", 0.7, "s"),
    ("memory", 150, "MiB"),
    ("idle", 1.0, "% of a core"),
    ("frames while idle", 0, ""),
    ("touch to painted, p95", 16.7, "ms"),
    ("touch to painted, median", 16.7, "ms"),
    ("all screens pictured", 10, "s"),
)


def measure_start(car: str, year: int, only_first: bool = False) -> dict[str, float]:
    """Import to first frame, memory, idle cost, touches."""
    from pcm.ui.app import Window
    from pcm.ui.engine import start_qt

    app = start_qt("offscreen", software=True)
    window = Window(_session(car, year))
    frames: list[float] = []
    window.window.frameSwapped.connect(lambda: frames.append(perf_counter()))
    while not frames:
        app.processEvents()
    found = {"first frame": frames[0] - STARTED}
    if only_first:
        return found
    _wait(app.processEvents, 1.0)
    found["memory"] = _memory_mib()
    before, cpu, clock = len(frames), process_time(), perf_counter()
    while perf_counter() - clock < IDLE_S:
        _rest()
    found["idle"] = 100 * (process_time() - cpu) / (perf_counter() - clock)
    found["frames while idle"] = len(frames) - before
    times = sorted(_touches(window, app.processEvents, frames))
    found["touch to painted, p95"] = times[int(len(times) * 0.95)] * 1000
    found["touch to painted, median"] = times[len(times) // 2] * 1000
    window.close()
    return found


def _touches(window: object, pump: Callable[[], None], frames: list[float]) -> list[float]:
    """Walks the main menus and turns the knob; the time from each verb to the next frame."""
    from pcm.ui.app import Window

    assert isinstance(window, Window)
    mains = [row.id for row in window.session.screen.rows]
    lines = [line for name in mains for line in (f"tap {name}", "knob right 1", "home")]
    times = []
    for line in (lines * TOUCHES)[:TOUCHES]:
        _wait(pump, 0.05)
        start, seen, shown = perf_counter(), len(frames), window.session.screen
        window.do(line)
        while len(frames) == seen and perf_counter() - start < 1:
            pump()
        if window.session.screen != shown:
            times.append(frames[-1] - start)
    return times


def measure_pictures(car: str, year: int) -> dict[str, float]:
    """Every screen and overlay of a car visited and written as a picture."""
    from models.catalogue import find_car
    from pcm.headunit.session import Session
    from pcm.qa.crawl import crawl
    from pcm.ui.paint import paint

    start = perf_counter()
    found = crawl(Session(find_car(car, year), year, painter=paint), Path(_FOLDER.name))
    return {"all screens pictured": perf_counter() - start, "pictures": len(found.screens)}


def _session(car: str, year: int):  # type: ignore[no-untyped-def]  # imports late: its cost is measured
    """With a memory, as a window has one."""
    from models.catalogue import find_car
    from pcm.headunit.memory.memory import Memory
    from pcm.headunit.session import Session

    file = Path(_FOLDER.name) / "car.sqlite"
    return Session(find_car(car, year), year, memory=Memory(lambda _: file, print))


def _memory_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _wait(pump: Callable[[], None], seconds: float) -> None:
    start = perf_counter()
    while perf_counter() - start < seconds:
        pump()


def _rest() -> None:
    """Block until Qt has something to do, for a quarter of a second at most."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()


def run_measure(name: str, car: str, year: int) -> dict[str, float]:
    """One measure in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.window", "--measure", name, car, str(year)]
    # as users start it: with the byte code of the start before
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def measure_first(car: str, year: int) -> dict[str, float]:
    """The first frame alone."""
    return measure_start(car, year, only_first=True)


MEASURES: dict[str, Callable[[str, int], dict[str, float]]] = {
    "first": measure_first,
    "start": measure_start,
    "pictures": measure_pictures,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("car", nargs="?", default="cayenne-9y0")
    parser.add_argument("year", nargs="?", type=int, default=2019)
    parser.add_argument("--measure", choices=tuple(MEASURES))
    given = parser.parse_args()
    if given.measure:
        sys.stdout.write(json.dumps(MEASURES[given.measure](given.car, given.year)) + "\n")
        return 0
    found = run_measure("start", given.car, given.year)
    starts = [run_measure("first", given.car, given.year)["first frame"] for _ in range(STARTS)]
    found["first frame"] = median(starts)
    found |= run_measure("pictures", given.car, given.year)
    for name, budget, unit in BUDGETS:
        verdict = "met" if found[name] <= budget else "MISSED"
        sys.stdout.write(f"{name:28} {found[name]:9.2f} {unit:12} budget {budget:6g}  {verdict}\n")
    sys.stdout.write(f"{'pictures drawn':28} {found['pictures']:9.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
