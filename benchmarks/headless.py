"""Measures what needs no window against its budgets: verbs per second, content load, start of the
console. Each measure runs in its own process; `python -m benchmarks.headless` prints the table.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

BUDGETS: tuple[tuple[str, float | None, str], ...] = (
    ("verbs, PCM 4.0", 5000, "/s"),
    ("verbs, PCM 4.1", 5000, "/s"),
    ("verbs, PCM 5.0", 5000, "/s"),
    ("verbs, PCM 6.0", 5000, "/s"),
    ("verbs with every screen derived", None, "/s"),
    ("verbs with a memory", None, "/s"),
    ("content loaded and validated, all cars", 0.5, "s"),
    ("content read, all cars", 0.5, "s"),
    ("start of the console to its end", None, "s"),
)
"""Name, budget (verbs: at least; seconds: at most; None: no budget), unit."""

CARS = (("718-982", 2020), ("panamera-971.1", 2018), ("cayenne-9y0", 2020), ("taycan-j1", 2024))
SECONDS = 1.5
FLOW = (
    "tap phone", "back", "tap media", "knob right", "home", "tap car", "back", "car speed 50",
    "car speed 0", "net abroad CH", "net home", "phone pair", "phone disconnect",
    "expect screen home", "volume up", "pass 5 s", "portal code show", "knob right 2", "knob left",
)  # fmt: skip


def measure_verbs() -> dict[str, float]:
    """A mixed flow over and over on a car of each generation."""
    found = {}
    for car, year in CARS:
        session = _session(car, year)
        pcm = session.setup.generation.pcm
        found[f"verbs, PCM {pcm}"] = _rate(session, lambda: None)
        if pcm == "4.0":
            rate = _rate(session, lambda session=session: session.screen)  # type: ignore[misc]
            found["verbs with every screen derived"] = rate
            with TemporaryDirectory() as folder:
                remembering = _session(car, year, Path(folder) / "car.sqlite")
                found["verbs with a memory"] = _rate(remembering, lambda: None)
                remembering.close()
    return found


def _rate(session, look: Callable[[], object]) -> float:  # type: ignore[no-untyped-def]
    """Verbs a second; `look` is done after each."""
    for line in FLOW:
        session.do(line)
    count, start = 0, perf_counter()
    while perf_counter() - start < SECONDS:
        for line in FLOW:
            session.do(line)
            look()
        count += len(FLOW)
        session.trace.lines.clear()
    return count / (perf_counter() - start)


def _session(car: str, year: int, file: Path | None = None):  # type: ignore[no-untyped-def]
    """Imports late: others measure that."""
    from models.catalogue import find_car
    from pcm.headunit.memory.memory import Memory
    from pcm.headunit.session import Session

    memory = Memory(lambda _: file, print) if file else None
    return Session(find_car(car, year), year, memory=memory)


def measure_check() -> dict[str, float]:
    """What the command `check` does: every file read, every merged tree of every car and year."""
    from menus.check import check_content
    from pcm.headunit.vocabulary import vocabulary

    start = perf_counter()
    faults = check_content(vocabulary())
    assert not faults, faults[0]
    return {"content loaded and validated, all cars": perf_counter() - start}


def measure_load() -> dict[str, float]:
    """The merged menus of every car and model year, markets, labels, texts: what a program uses."""
    from menus.labels import load_labels
    from menus.load import load_tree
    from models.catalogue import LANGUAGES, load_cars, load_generations
    from models.markets import load_markets
    from models.texts import load_texts

    start = perf_counter()
    for car in load_cars().cars:
        for year in range(car.years[0], car.years[1] + 1):
            load_tree(car, year)
    for language in LANGUAGES:
        load_labels(language)
        load_texts(language)
    load_generations(), load_markets()
    return {"content read, all cars": perf_counter() - start}


def measure_console() -> dict[str, float]:
    """The best of five: `--console` with end-of-file on its input."""
    command, times = [sys.executable, "-m", "pcm.cli", "--console"], []
    for _ in range(5):
        start = perf_counter()
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        times.append(perf_counter() - start)
    return {"start of the console to its end": min(times)}


MEASURES = {
    "verbs": measure_verbs,
    "check": measure_check,
    "load": measure_load,
    "console": measure_console,
}


def run_measure(name: str) -> dict[str, float]:
    """A measure in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.headless", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure all and print the table."""
    found = {key: value for name in MEASURES for key, value in run_measure(name).items()}
    for what, budget, unit in BUDGETS:
        value = found[what]
        met = budget is None or (value >= budget if unit == "/s" else value <= budget)
        bound = "" if budget is None else f"budget {budget:,g} {unit}"
        shown = f"{value:,.0f}" if value > 100 else f"{value:.2f}"
        print(f"{what:<40} {shown:>8} {unit:<3}{bound:<18}{'' if met else 'MISSED'}".rstrip())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(MEASURES[sys.argv[1]]()))
    else:
        main()
