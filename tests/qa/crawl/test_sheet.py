"""The command and its contact sheet, as a real process; bad input is one line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pcm.cli import main

ROOT = Path(__file__).resolve().parents[3]


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pcm.cli", "crawl", "--language", "en", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_picture_of_every_screen_beside_the_page(tmp_path: Path) -> None:
    old = tmp_path / "old.png"
    old.write_bytes(b"")
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "screens.json").write_text('{"screens": [{"file": "old.png"}]}')
    done = run("--car", "718-982", "--year", "2019", "--pictures", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    listing = json.loads((tmp_path / "screens.json").read_text("utf-8"))
    page = (tmp_path / "index.html").read_text("utf-8")
    assert len(listing["screens"]) > 100
    for screen in listing["screens"]:
        assert (tmp_path / screen["file"]).read_bytes().startswith(b"\x89PNG")
        assert f'src="{screen["file"]}"' in page
        assert set(screen) >= {"id", "path", "source", "file", "world"}
    assert len({screen["file"] for screen in listing["screens"]}) == len(listing["screens"])
    assert "http" not in page
    assert not old.exists()
    assert (tmp_path / "notes.txt").exists()
    told = done.stdout.splitlines()
    assert told[-1] == str(tmp_path / "index.html")
    assert "0 not reached" in told[-2]


def test_without_pictures_the_screens_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl", "--car", "panamera-971.1", "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert "roaming_cost" in told
    assert "{faq:" in told
    assert told.splitlines()[-1].startswith("Panamera")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--car", "719"], "unknown car '719'"),
        (["--out", "{file}"], "is a file; name a folder for the sheet"),
        (["--pictures", "{file}/below"], "cannot be written: "),
        (["--pictures", "/proc/none/sheet"], "cannot be written: "),
        (["--pictures", "a", "--out", "b"], "not allowed with"),
        (["--picture", "a"], "did you mean --pictures"),
    ],
)
def test_bad_input_is_one_line(
    options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    words = [word.format(file=tmp_path / "file") for word in options]
    try:
        status = main(["crawl", *words])
    except SystemExit as end:  # what the parser says
        status = int(str(end.code))
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert told in said.err
    assert len(said.err.splitlines()) == 1
