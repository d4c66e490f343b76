"""The command `handbook`: what it prints, and one clear line for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from pcm.cli.run import run


def test_it_writes_one_lesson_and_tells_where(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "folder"
    words = ["handbook", "--car", "taycan-j1", "--year", "2023", "--language", "fr"]
    assert run([*words, "--lesson", "link", "--lesson", "link", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"lessons: 1, pictures: 8\n{out / 'index.html'}\n"
    page = (out / "index.html").read_text("utf-8")
    assert "2023" in page
    assert "Italie" in page


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--lesson", "lnk"], "unknown lesson 'lnk'"),
        (["--car", "taycn"], "taycan"),
        (["--language", "xx"], "xx"),
        (["--country", "QQ"], "QQ"),
        (["--year", "1999"], "1999"),
        (["--lessons", "link"], "unknown option --lessons; did you mean --lesson"),
    ],
)
def test_what_is_wrong_is_one_line(
    options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = run(["handbook", "--out", str(tmp_path / "out"), *options])
    except SystemExit as end:
        status = int(str(end.code))
    printed = capsys.readouterr()
    assert status == 2
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert told in printed.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert run(["handbook", "--out", str(file)]) == 2
    assert capsys.readouterr().err == f"pcm: {file} is a file; a folder is needed\n"


def test_a_page_that_cannot_be_written_is_named(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").mkdir()
    assert run(["handbook", "--lesson", "link", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"pcm: {tmp_path / 'index.html'}: Is a directory\n"
