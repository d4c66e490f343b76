"""The journal of a job: what has happened so far, line by line, so that a crash loses nothing.

Written by the listener in the process that runs the flows, and by the one who supervises it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

EVENTS = "events.jsonl"  # small: for progress, and to know what is still to be done
TESTS = "tests.jsonl"  # each finished test whole
STOP = b"s"
"""Said on standard input: stop after this test. Its end means: nobody waits for us any more."""
GONE = 130
Event = dict[str, Any]


def append_event(file: TextIO, event: Event) -> None:
    file.write(write_line(event))
    file.flush()


def write_line(value: Event) -> str:
    return f"{json.dumps(value, ensure_ascii=False)}\n"


def read_events(folder: Path, start: int = 0) -> Iterator[Event]:
    """The events of a job; a last line that was cut off in a crash is left out."""
    yield from (event for event, _ in read_lines(folder / EVENTS, start))


def read_lines(file: Path, start: int = 0) -> Iterator[tuple[Event, int]]:
    """Each whole line from a place on, and where the next one begins."""
    try:
        stream = file.open("rb")
    except FileNotFoundError:
        return
    with stream:
        stream.seek(start)
        for line in stream:
            if not line.endswith(b"\n"):
                return
            start += len(line)
            yield json.loads(line), start
