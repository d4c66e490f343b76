"""run_pcm.py from a bare, a finished and every kind of broken checkout, with real venv and pip."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.start.sample_checkout import BASE, Checkout, answer
from tools.environment import STAMP, UNFINISHED, venv_python

posix_only = pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")


def test_a_bare_checkout_makes_its_venv_and_goes_on(bare: Checkout) -> None:
    done = bare.start("--car", "a b", "--json")
    told = answer(done)
    assert told == {"prefix": str(bare.venv), "argv": ["--car", "a b", "--json"], "tiny": "1.0"}
    said = done.stderr.splitlines()
    assert len(said) == 3, said
    assert all(line.startswith("run_pcm.py: ") for line in said)


def test_a_second_start_says_nothing(finished: Checkout) -> None:
    done = finished.start()
    assert answer(done)["prefix"] == str(finished.venv)
    assert done.stderr == ""


def test_the_venvs_own_python_may_start_it(finished: Checkout) -> None:
    done = finished.start(python=str(venv_python(finished.venv)))
    assert answer(done)["prefix"] == str(finished.venv)


def test_an_environment_that_has_everything_is_used(finished: Checkout, bare: Checkout) -> None:
    done = bare.start(python=str(venv_python(finished.venv)))
    assert answer(done)["prefix"] == str(finished.venv)
    assert not bare.venv.exists()


def test_an_environment_that_lacks_something_is_left_alone(
    finished: Checkout, bare: Checkout
) -> None:
    bare.write_needs("2.0", asked="tiny>=2")
    told = answer(bare.start(python=str(venv_python(finished.venv))))
    assert told["tiny"] == "2.0"
    assert told["prefix"] == str(bare.venv)
    assert answer(finished.start())["tiny"] == "1.0"


def test_new_needs_are_installed(finished: Checkout) -> None:
    finished.write_needs("2.0")
    done = finished.start()
    assert answer(done)["tiny"] == "2.0"
    assert "installing" in done.stderr
    assert "making" not in done.stderr


@posix_only
@pytest.mark.parametrize("stage", ["making", "installing"])
def test_a_killed_installation_is_repaired(bare: Checkout, stage: str) -> None:
    cut_off(bare, stage, signal.SIGKILL)
    assert (bare.venv / UNFINISHED).exists()
    done = bare.start()
    assert answer(done)["tiny"] == "1.0"
    assert "broken or unfinished" in done.stderr
    assert not (bare.venv / UNFINISHED).exists()


@posix_only
def test_ctrl_c_is_one_line_and_repaired(bare: Checkout) -> None:
    status, said = cut_off(bare, "installing", signal.SIGINT)
    assert status == 130
    assert said == "run_pcm.py: interrupted; the next start finishes the installation\n"
    assert answer(bare.start())["tiny"] == "1.0"


def cut_off(checkout: Checkout, stage: str, how: signal.Signals) -> tuple[int, str]:
    """Start, wait until it says that it is at `stage`, and signal it with all its children."""
    with checkout.popen() as process:
        assert process.stderr is not None
        assert any(stage in line for line in iter(process.stderr.readline, ""))
        os.killpg(process.pid, how)
        rest = process.stderr.read()
    return process.returncode, rest


def delete_python(venv: Path) -> None:
    for python in venv_python(venv).parent.glob("python*"):
        python.unlink()


def point_elsewhere(venv: Path) -> None:
    for python in venv_python(venv).parent.glob("python*"):
        python.unlink()
        python.symlink_to(venv / "gone")


def lose_settings(venv: Path) -> None:
    (venv / "pyvenv.cfg").unlink()


def stand_on_another_python(venv: Path) -> None:
    level, base, needs = (venv / STAMP).read_text("utf-8").split("\n", 2)
    (venv / STAMP).write_text(f"{level}\n{base}.older\n{needs}", "utf-8")


def become_a_file(venv: Path) -> None:
    venv.rename(venv.with_name("aside"))
    venv.write_text("no folder", "utf-8")


BREAKS = (delete_python, point_elsewhere, lose_settings, stand_on_another_python, become_a_file)


@posix_only
@pytest.mark.parametrize("damage", BREAKS, ids=[damage.__name__ for damage in BREAKS])
def test_a_broken_venv_is_made_anew(finished: Checkout, damage: Callable[[Path], None]) -> None:
    damage(finished.venv)
    done = finished.start()
    assert answer(done)["tiny"] == "1.0"
    assert "making it anew" in done.stderr
    assert finished.start().stderr == ""


def test_a_venv_made_by_hand_is_filled_and_kept(finished: Checkout) -> None:
    (finished.venv / STAMP).unlink()
    (finished.venv / "own.txt").write_text("mine", "utf-8")
    finished.write_needs("2.0", asked="tiny>=2")
    assert answer(finished.start())["tiny"] == "2.0"
    assert (finished.venv / "own.txt").exists()


def test_without_network_it_says_so_in_one_line(bare: Checkout) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1", "PIP_FIND_LINKS": ""}
    done = bare.start(**nowhere, PIP_NO_INDEX="0")
    assert done.returncode == 1
    assert done.stdout == ""
    last = done.stderr.splitlines()[-1]
    assert last == (
        "run_pcm.py: pip could not install the packages: "
        "no network (pip cannot reach its package index)"
    )


@posix_only
def test_two_first_starts_make_one_venv(bare: Checkout) -> None:
    with bare.popen() as one, bare.popen() as two:
        said = [process.communicate()[1] for process in (one, two)]
    assert [one.returncode, two.returncode] == [7, 7], said
    assert sum("making" in text for text in said) == 1
    assert sum("waiting" in text for text in said) == 1


def test_a_checkout_that_is_not_whole(bare: Checkout) -> None:
    (bare.root / "constraints.txt").unlink()
    done = bare.start()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "constraints.txt" in done.stderr


def test_a_second_start_costs_little(finished: Checkout) -> None:
    """In multiples of what a bare interpreter costs here and now; the hand-over is one of them."""
    bare_python = [BASE, "-c", ""]
    direct = [str(venv_python(finished.venv)), "-c", "import pcm.cli; pcm.cli.main([])"]
    nothing = quickest(bare_python, finished)
    added = quickest(finished.command(), finished) - quickest(direct, finished)
    assert added < 3 * nothing, (
        f"{added * 1000:.0f} ms more, an interpreter costs {nothing * 1000:.0f}"
    )


def quickest(command: list[str], checkout: Checkout) -> float:
    taken = []
    for _ in range(7):
        begun = time.perf_counter()
        subprocess.run(command, cwd=checkout.root, capture_output=True, check=False)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_an_old_python_is_told_in_one_line(bare: Checkout) -> None:
    script = str(bare.root / "run_pcm.py")
    pretend = "import runpy, sys; sys.version_info = (3, 10, 4); sys.version = '3.10.4 (x)'; "
    run = f"runpy.run_path({script!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", pretend + run], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "run_pcm.py needs Python 3.11 or newer; this is Python 3.10.4\n"


def test_a_package_that_was_deleted_comes_back(finished: Checkout) -> None:
    [package] = finished.venv.glob("lib/python*/site-packages/tiny*.py")
    package.unlink()
    told = finished.start()
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        "run_pcm.py: the package tiny is missing; start again, and it is installed"
    ]
    assert finished.start().returncode == 7
