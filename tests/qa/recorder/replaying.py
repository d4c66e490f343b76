"""Plays a recorded flow back in Robot Framework and gives its trace; compares two traces."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

from robot import api

from pcm.headunit.session import Session
from tools.environment import ROOT

Step = tuple[str, float, bool, str]
UNCOMPARED = {"type", "pass", "wait", "expect", "record", "trace", "screen", "why", "state"}
"""Verbs that only look, or that the flow says in other pieces: what they changed is seen later."""


def play(flow: Path) -> list[dict[str, Any]]:
    """The trace of the flow, played by a Robot Framework of its own; it must pass."""
    options = ["--output", "none", "--log", "none", "--report", "none"]
    done = subprocess.run(
        [sys.executable, "-m", "robot", *options, str(_tracing(flow))],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{flow.read_text('utf-8')}"
    return _trace_of(flow)


def play_here(flow: Path) -> list[dict[str, Any]]:
    """The same in this process, which is quicker."""
    told = StringIO()
    suite = api.TestSuite.from_file_system(_tracing(flow))
    result = suite.run(output=None, stdout=told, stderr=told)
    assert result.return_code == 0, f"{told.getvalue()}\n{flow.read_text('utf-8')}"
    return _trace_of(flow)


def _tracing(flow: Path) -> Path:
    """The flow with a line that writes its trace."""
    traced = flow.with_name(f"traced-{flow.name}")
    trace = flow.with_suffix(".jsonl")
    traced.write_text(f"{flow.read_text('utf-8')}    Trace    {trace}\n", "utf-8")
    return traced


def _trace_of(flow: Path) -> list[dict[str, Any]]:
    lines = flow.with_suffix(".jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


TIMELESS = {"tap", "key", "back", "home", "cancel", "ok", "erase", "set", "knob"}
"""What may be played back earlier when it led to another page and nothing was under way."""


def steps(lines: list[dict[str, Any]]) -> list[Step]:
    """(verb, when, whether it was done, what changed up to it), of the verbs that both have.

    What the others changed is counted to the next one.
    """
    found: list[Step] = []
    seen: dict[str, Any] = {}
    for line in lines:
        seen |= line.get("now", {})
        verb = str(line.get("verb", "")).split(" ")[0]
        if verb and verb not in UNCOMPARED:
            found.append((verb, line["t"], line["ok"], json.dumps(seen, sort_keys=True)))
    return found


def assert_same(ours: list[Step], theirs: list[Step]) -> None:
    """The same came of every verb, and at the same time where time counts."""
    assert [(verb, ok, now) for verb, _, ok, now in theirs] == [
        (verb, ok, now) for verb, _, ok, now in ours
    ]
    for (verb, at, *_), (_, played_at, *_) in zip(ours, theirs, strict=True):
        assert played_at == at or (verb in TIMELESS and played_at < at), (verb, at, played_at)


def traced(session: Session) -> list[dict[str, Any]]:
    return [json.loads(line) for line in session.trace.lines]
