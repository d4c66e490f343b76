"""The command `walk` as a user runs it: what it prints, its exit status, the flow it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcm.cli.run import run
from tests.qa.walk.planted import PLANTED

CAR = ("--car", "718-982", "--year", "2019", "--language", "en")


def test_a_sound_car_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["walk", *CAR, "--steps", "100", "--seed", "4"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("718-982 2019 IT en, seed 4: 1")
    assert "all held; " in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == [], "nothing is written"


def test_what_breaks_is_told_shrunk_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    PLANTED["sticks"].plant(monkeypatch.setattr)
    assert run(["walk", *CAR, "--steps", "5000"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert ", broke; " in told[0]
    assert told[1] == "contract: BACK leads home; it does nothing on sound"
    assert "shrunk to " in told[2]
    assert told[-2:] == ["  back", "walk-718-982-2019-1.robot"]
    flow = (tmp_path / "walk-718-982-2019-1.robot").read_text("utf-8")
    assert flow.endswith("    Back\n")
    assert all(f"${{{name}}}" in flow for name in ("CAR", "YEAR", "SEED", "INVARIANTS"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--out", "walk.txt"), "--out walk.txt: a flow is a FILE.robot"),
        (("--out", "none/walk.robot"), "--out none/walk.robot: there is no folder none"),
        (("--car", "719"), "unknown car '719'; did you mean 718"),
        (("--country", "Atlantis"), "unknown country 'Atlantis'"),
    ],
)
def test_wrong_use_is_one_line(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["walk", *words]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"pcm: {told}")
    assert said.count("\n") == 1


@pytest.mark.parametrize("steps", ["0", "-3", "many"])
def test_a_number_of_steps_is_at_least_one(steps: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["walk", f"--steps={steps}"])
    assert ended.value.code == 2
    assert f"{steps!r} is no number of steps" in capsys.readouterr().err
