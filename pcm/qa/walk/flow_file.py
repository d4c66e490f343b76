"""Writes the lines that break something as a flow that fails in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pcm.headunit.session import Answer
from pcm.qa.cells import GAP, escape, flow_line, join_cells
from pcm.qa.walk.walker import Desk, Failing

REQUIREMENT = re.compile(r"R-[A-Z]+-\d+")


def flow_text(desk: Desk, failing: Failing) -> str:
    """The whole file; the car and every line as the walk did them."""
    number, _, words = failing.fault.name.partition(": ")
    tags = [f"{GAP}[Tags]{GAP}{number}"] if REQUIREMENT.fullmatch(number) else []
    variables = {
        "CAR": desk.car.id,
        "YEAR": desk.year,
        "COUNTRY": desk.country,
        "LANGUAGE": desk.language,
        "SEED": desk.seed,
        "INVARIANTS": "yes",
    }
    lines = [
        "*** Settings ***",
        f"Documentation     A random walk broke {escape(failing.fault.name)}",
        "...               Each keyword is followed by a look at all that must hold.",
        "Library           pcm.qa.HeadUnit",
        "",
        "*** Variables ***",
        *(f"{f'${{{name}}}':<16}{GAP}{value}" for name, value in variables.items()),
        "",
        "*** Test Cases ***",
        escape(words[:1].upper() + words[1:]),
        *tags,
        *(f"{GAP}{row}" for row in _body(failing)),
    ]
    return "\n".join(lines) + "\n"


def _body(failing: Failing) -> Iterator[str]:
    last = len(failing.lines) - 1
    for number, (line, answer) in enumerate(zip(failing.lines, failing.answers, strict=True)):
        yield _row(line, answer, number == last)


def _row(line: str, answer: Answer | None, last: bool) -> str:
    if answer is None or answer.ok:
        return flow_line(line)
    if answer.refused:
        return join_cells("Expect Refused", line, answer.reason)
    plain = ("Verb", line)
    return join_cells(*plain) if last else join_cells("Run Keyword And Expect Error", "*", *plain)


def write_flow(file: Path, desk: Desk, failing: Failing) -> None:
    file.write_text(flow_text(desk, failing), "utf-8")
