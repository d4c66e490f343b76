"""Common words as package names: an intruder under one of ours is named and nothing starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from pcm.origin import OWN, IntruderError, check_origin
from tools.environment import ROOT


def test_our_own_are_ours() -> None:
    check_origin()
    check_origin([str(ROOT)])


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("shape", ["{}.py", "{}/__init__.py"])
def test_an_intruder_is_named(tmp_path: Path, name: str, shape: str) -> None:
    intruder = tmp_path / shape.format(name)
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text("", "utf-8")
    with pytest.raises(IntruderError, match=f"{name!r} comes from {tmp_path}") as caught:
        check_origin([str(tmp_path), str(ROOT)])
    assert "\n" not in str(caught.value)


def test_a_package_that_is_nowhere(tmp_path: Path) -> None:
    with pytest.raises(IntruderError, match="'models' is not found"):
        check_origin([str(tmp_path)])


def test_the_program_stops_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "menus.py").write_text("raise SystemExit('the intruder ran')", "utf-8")
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; "
        "from pcm.cli import main; sys.exit(main(['cars']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert f"'menus' comes from {tmp_path}" in done.stderr
