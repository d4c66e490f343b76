"""Every gate in one run, here and in CI: `run_pcm.py test`; with arguments pytest alone, with them.

Each gate is a command that can fail; tests/gates/ holds the trial in which each was seen to. Ends
with a table of durations and pytest's own summary line.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.environment import ROOT
from tools.qml import format_faults, lint_command, qml_files
from tools.system import prepare_drawing

HELP = """\
usage: run_pcm.py test                    every gate and every test
       run_pcm.py test --only GATE ...    these gates
       run_pcm.py test PYTEST-ARGUMENT... pytest alone, with these arguments
gates:
"""
DRAWING = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
)


class Outcome(NamedTuple):
    """How one gate ended."""

    gate: str
    passed: bool
    seconds: float
    output: str


class Gate(NamedTuple):
    """One gate: its name, what it holds, and a check of the tree at a root."""

    name: str
    holds: str
    check: Callable[[Path], tuple[bool, str]]


def _tool(*arguments: str) -> Callable[[Path], tuple[bool, str]]:
    return lambda root: run_command([sys.executable, *arguments], root)


def _lint_qml(root: Path) -> tuple[bool, str]:
    if not qml_files(root):
        return False, "no QML file found under pcm/ui/qml"
    return run_command(lint_command(root), root)


def _format_qml(root: Path) -> tuple[bool, str]:
    faults = format_faults(root)
    return not faults, "\n".join(faults)


GATES = (
    Gate("format", "ruff format", _tool("-m", "ruff", "format", "--check", ".")),
    Gate("lint", "ruff check", _tool("-m", "ruff", "check", ".")),
    Gate("types", "mypy --strict", _tool("-m", "mypy")),
    Gate("layers", "imports point left", _tool("-c", LINT_IMPORTS, "--no-logo")),
    Gate("qml", "qmllint without a warning", _lint_qml),
    Gate("qml-format", "qmlformat", _format_qml),
    Gate("content", "cars, menus, words", _tool("-m", "pcm.cli", "check")),
)
PYTEST = Gate("tests", "pytest, warnings are errors", lambda root: run_pytest((), root))


def run_command(command: Sequence[str], root: Path) -> tuple[bool, str]:
    """Whether it ended with 0, and all that it said."""
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, **DRAWING},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return done.returncode == 0, done.stdout


def run_pytest(arguments: Sequence[str], root: Path) -> tuple[bool, str]:
    """Run pytest, showing its lines as they come; without arguments over all tests on two cores."""
    command = [sys.executable, "-m", "pytest", *(arguments or ("-n", "2", "--dist", "loadfile"))]
    environment = {**os.environ, **DRAWING}
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        last = ""
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode == 0, last.strip("= ")


def run_gate(gate: Gate, root: Path) -> Outcome:
    begun = time.perf_counter()
    passed, output = gate.check(root)
    return Outcome(gate.name, passed, time.perf_counter() - begun, output)


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run what the arguments ask for; returns the exit status."""
    known = {gate.name: gate for gate in (*GATES, PYTEST)}
    if arguments in (["--help"], ["-h"]):
        print(HELP + "\n".join(f"  {gate.name:<11} {gate.holds}" for gate in known.values()))
        return 0
    if arguments and arguments[0] != "--only":
        prepare_drawing(_say)
        passed, _ = run_pytest([word for word in arguments if word != "--"], root)
        return 0 if passed else 1
    names = arguments[1:] or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"unknown gate {unknown[0]!r}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    if PYTEST.name in names:
        prepare_drawing(_say)
    return _run_all([known[name] for name in names], root)


def _say(line: str) -> None:
    print(f"gates: {line}", flush=True)


def _run_all(gates: Sequence[Gate], root: Path) -> int:
    outcomes = []
    for gate in gates:
        _say(f"{gate.name} ({gate.holds})")
        outcome = run_gate(gate, root)
        if not outcome.passed and gate is not PYTEST:
            print(outcome.output.rstrip(), flush=True)
        outcomes.append(outcome)
    print(table(outcomes))
    summary = [outcome.output for outcome in outcomes if outcome.gate == PYTEST.name]
    print(*summary, sep="\n", end="\n" if summary else "", flush=True)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def table(outcomes: Sequence[Outcome]) -> str:
    """One line a gate, and the sum."""
    lines = [
        f"{'ok' if outcome.passed else 'FAILED':<7} {outcome.gate:<11} {outcome.seconds:7.1f} s"
        for outcome in outcomes
    ]
    failed = sum(not outcome.passed for outcome in outcomes)
    total = sum(outcome.seconds for outcome in outcomes)
    return "\n".join(
        ["", *lines, f"{f'{failed} failed' if failed else 'all ok':<19} {total:7.1f} s"]
    )
