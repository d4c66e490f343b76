"""Every console example of the papers is run; `...` stands for any words or lines."""

import re
from contextlib import closing
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TextIO, cast

import pytest

from pcm.cli.arguments import build_parser
from pcm.cli.desk import offer_lessons, offer_recorder, open_session
from pcm.cli.memory_files import chosen_memory
from pcm.console.console import run_console
from pcm.headunit.screen import Screen
from tools.environment import ROOT

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
START = "$ python3 run_pcm.py "
STATUS = "$ echo $?"


class Step(NamedTuple):
    """A verb and the lines that must answer it."""

    verb: str
    answer: list[str]


class Example(NamedTuple):
    """One start in a block of a page: its options, steps, and the exit status if it shows one."""

    place: str
    start: str
    steps: list[Step]
    status: int | None


def papers() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def parse_example(place: str, block: str) -> Example:
    """Split a block; raises ValueError when it is not shaped like a console."""
    first, *lines = block.splitlines()
    if not first.startswith(START):
        raise ValueError(f"{place}: an example starts with {START!r}")
    status = None
    if STATUS in lines:
        *lines, _, number = lines
        status = int(number)
    steps: list[Step] = []
    for line in lines:
        if line.startswith("> "):
            steps.append(Step(line[2:], []))
        elif not steps:
            raise ValueError(f"{place}: an answer before the first verb: {line}")
        else:
            steps[-1].answer.append(line)
    return Example(place, first.removeprefix(START), steps, status)


def split_block(block: str) -> list[str]:
    """A block with several starts, one after the other: each start with its lines."""
    return re.split(f"\n(?={re.escape(START)})", block)


def examples() -> list[list[Example]]:
    found = []
    for paper in papers():
        if paper.exists():
            text = paper.read_text("utf-8")
            for block in BLOCK.finditer(text):
                line = text.count("\n", 0, block.start()) + 1
                place = f"{paper.relative_to(ROOT)}:{line}"
                found.append([parse_example(place, part) for part in split_block(block.group(1))])
    return found


class Script:
    """The verbs as the console reads them; notes where in `out` each answer begins."""

    def __init__(self, verbs: list[str], out: StringIO) -> None:
        self._lines = [f"{verb}\n" for verb in verbs]
        self._out = out
        self.marks: list[int] = []

    def readline(self) -> str:
        self.marks.append(self._out.tell())
        return self._lines.pop(0) if self._lines else ""


def run(example: Example) -> tuple[list[str], int]:
    """The answer to each verb and the exit status."""
    args = build_parser().parse_args(split(example.start))
    assert args.console, f"{example.place}: examples run in the console"
    out = StringIO()
    script = Script([step.verb for step in example.steps], out)
    with closing(open_session(args, chosen_memory(args.memory, False, print))) as session:
        offer_recorder(session)
        offer_lessons(session)
        session.painter = paint
        status = run_console(session, cast(TextIO, script), out, prompt=False)
    text = out.getvalue()
    return [text[a:b].rstrip("\n") for a, b in pairwise(script.marks)], status


def split(line: str) -> list[str]:
    return [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]


def paint(screen: Screen, path: Path) -> None:
    path.write_bytes(screen.id.encode())


def matches(expected: list[str], answer: str) -> bool:
    """A line `...` stands for any number of lines, `...` within a line for any words."""
    parts = []
    for line in expected:
        words = re.escape(line).replace(re.escape("..."), ".*")
        parts.append(r"(?:.*\n)*?" if line == "..." else f"{words}\n")
    return re.fullmatch("".join(parts), f"{answer}\n" if answer else "") is not None


EXAMPLES = examples()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 9
    assert sum(len(example.steps) for block in EXAMPLES for example in block) >= 50


@pytest.mark.parametrize("block", EXAMPLES, ids=[block[0].place for block in EXAMPLES])
def test_the_example_answers_as_written(
    block: list[Example], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for example in block:
        answers, status = run(example)
        for step, answer in zip(example.steps, answers, strict=True):
            words = "\n".join(step.answer)
            assert matches(step.answer, answer), f"{step.verb}\nwritten: {words}\nsaid: {answer}"
        if example.status is not None:
            assert status == example.status


@pytest.mark.parametrize(
    ("expected", "answer", "same"),
    [
        (["a"], "a", True),
        (["a"], "b", False),
        (["a"], "a\nb", False),
        (["a", "..."], "a\nb\nc", True),
        (["...", "c"], "a\nb\nc", True),
        (["...", "b"], "a\nb\nc", False),
        (["a ... c"], "a b c", True),
        ([], "", True),
        ([], "a", False),
        (["..."], "", True),
    ],
)
def test_an_answer_is_compared_as_written(expected: list[str], answer: str, same: bool) -> None:
    assert matches(expected, answer) is same


def test_a_wrong_example_would_be_seen() -> None:
    block = "$ python3 run_pcm.py --car 718-982 --year 2019 --console\n> state sim\nready\n"
    answers, status = run(parse_example("here", block))
    assert answers[0] == "absent"
    assert status == 0
    assert not matches(["ready"], answers[0])
