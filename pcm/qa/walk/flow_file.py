"""Writes the lines that break something as a flow that fails in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pcm.headunit.session import Answer
from pcm.qa.naming import CELL, cell_text, cells_of, row_of
from pcm.qa.walk.walker import Desk, Failing

REQUIREMENT = re.compile(r"R-[A-Z]+-\d+")


def flow_text(desk: Desk, failing: Failing) -> str:
    """The whole file; the car and every line as the walk did them."""
    number, _, words = failing.fault.name.partition(": ")
    tags = [f"{CELL}[Tags]{CELL}{number}"] if REQUIREMENT.fullmatch(number) else []
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
        f"Documentation     A random walk broke {cell_text(failing.fault.name)}",
        "...               Each keyword is followed by a look at all that must hold.",
        "Library           pcm.qa.HeadUnit",
        "",
        "*** Variables ***",
        *(f"{f'${{{name}}}':<16}{CELL}{value}" for name, value in variables.items()),
        "",
        "*** Test Cases ***",
        cell_text(words[:1].upper() + words[1:]),
        *tags,
        *(f"{CELL}{row}" for row in _body(failing)),
    ]
    return "\n".join(lines) + "\n"


def _body(failing: Failing) -> Iterator[str]:
    last = len(failing.lines) - 1
    for number, (line, answer) in enumerate(zip(failing.lines, failing.answers, strict=True)):
        yield row_of(_cells(line, answer, number == last))


def _cells(line: str, answer: Answer | None, last: bool) -> list[str]:
    if answer is None or answer.ok:
        return cells_of(line)
    if answer.refused:
        return ["Expect Refused", line, answer.reason]
    plain = ["Verb", line]
    return plain if last else ["Run Keyword And Expect Error", "*", *plain]


def write_flow(file: Path, desk: Desk, failing: Failing) -> None:
    file.write_text(flow_text(desk, failing), "utf-8")
