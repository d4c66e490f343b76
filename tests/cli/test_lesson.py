"""The command `lesson`: lists, begins, lets trainees follow each other, writes how it went."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pcm.cli.run import run
from pcm.training.lesson import load_lessons

COUNTED = ("touches", "shortest", "wrong", "hints")


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_without_a_name_it_tells_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lesson", "--car", "718-982", "--language", "en"]) == 0
    lines = said(capsys)
    assert [line.split()[0] for line in lines] == list(load_lessons())
    assert any("not for this car" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["lnik"], "unknown lesson 'lnik'; did you mean link?"),
        (["link", "--trainee", " "], "--trainee ' ': a name of up to 60 letters"),
        (["link", "--trainee", "a" * 61], "a name of up to 60 letters"),
        (["xyz"], "unknown lesson 'xyz'; lesson alone tells which there are"),
        (["roaming", "--car", "taycan-j1"], "(it has no roaming)"),
        (["security-code"], "not for 718 (982) (it is linked by a pairing code)"),
        (["no-pin"], "not for 718 (982) (it has PCM 4.0)"),
        (["link", "--report", __file__], "test_lesson.py is a file; a folder is needed"),
        (["link", "--report", "/dev/null/x"], "--report /dev/null/x: Not a directory"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], problem: str
) -> None:
    assert run(["lesson", *words, "--console"]) == 2
    told = capsys.readouterr().err
    assert problem in told
    assert told.count("\n") == 1


def test_in_the_console_each_step_is_told_and_what_leads_back(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "tap phone", "home")
    assert run(["lesson", "link", "--car", "718-982", "--language", "en", "--console"]) == 0
    steps = [line for line in said(capsys) if line.startswith("1/")]
    assert len(steps) == 3, "at the beginning, astray, back again"
    assert steps[0] == steps[2]
    assert steps[0].endswith("Touch APPS.")
    assert "PHONE" in steps[1]


def test_no_code_is_told_in_the_console(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, *["lesson step"] * 5)
    words = ["--car", "718-982", "--language", "en", "--guide", "--console"]
    assert run(["lesson", "link", *words]) == 0
    told = [line for line in said(capsys) if line.startswith("2/")]
    assert told
    assert not [line for line in told if "Touch" in line]


def test_trainees_follow_each_other_and_the_report_has_them_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    skipped = ["lesson next"] * 8  # more than there are steps: at the end it is the next one's turn
    typed(monkeypatch, *skipped)
    folder = tmp_path / "new" / "results"
    trainees = ["--trainee", "Anna", "--trainee", "Ben"]
    words = ["--car", "718-982", "--try", *trainees, "--report", str(folder), "--console"]
    assert run(["lesson", "link", *words]) == 0
    paths = said(capsys)[-2:]
    assert paths == [str(folder / "lessons.json"), str(folder / "lessons.html")]
    results = json.loads(Path(paths[0]).read_text("utf-8"))["results"]
    assert [result["trainee"] for result in results] == ["Anna", "Ben"]
    assert [type(result[what]) for result in results for what in COUNTED] == [int] * 8
    assert "Anna" in Path(paths[1]).read_text("utf-8")


def test_the_report_is_there_as_soon_as_a_lesson_is_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written: list[int] = []

    def lines() -> Iterator[str]:
        for _ in range(8):
            yield "lesson next\n"
            file = tmp_path / "lessons.json"
            written.append(len(json.loads(file.read_text())["results"]) if file.exists() else 0)
        yield ""

    monkeypatch.setattr("pcm.cli.faces.sys.stdin", Typing(lines()))
    words = ["--trainee", "Anna", "--trainee", "Anna", "--report", str(tmp_path), "--console"]
    assert run(["lesson", "link", *words]) == 0
    assert written[0] == 0
    assert written[-1] == 2, "two of one name, who did the same"
    assert 1 in written


class Typing(io.StringIO):
    """Lines that are asked for one by one."""

    def __init__(self, lines: Iterator[str]) -> None:
        super().__init__()
        self._lines = lines

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        return next(self._lines, "")


def test_a_lesson_leaves_no_memory(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    typed(monkeypatch, "lesson step")
    assert run(["--memory", str(tmp_path / "car.sqlite"), "lesson", "link", "--console"]) == 0
    assert said(capsys)
    assert list(tmp_path.iterdir()) == []
