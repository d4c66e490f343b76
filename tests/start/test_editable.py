"""`pip install -e .` with real venv and pip, without network: other projects have what is ours."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.qa.fixture.project import run_pytest, write_project
from tests.start.sample_checkout import BASE
from tools.environment import ROOT, venv_python

PIP = ("-m", "pip", "--disable-pip-version-check")
OFFLINE = ("--quiet", "--no-deps", "--no-index")


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Python of somebody else's venv that has pytest and the like, and the checkout."""
    venv = tmp_path_factory.mktemp("theirs") / "venv"
    subprocess.run([BASE, "-m", "venv", str(venv)], check=True)
    made = str(venv_python(venv))
    told = subprocess.run([made, "-c", SITE], capture_output=True, text=True, check=True)
    shared = sysconfig.get_path("purelib")
    Path(told.stdout.strip(), "shared.pth").write_text(f"{shared}\n", "utf-8")
    subprocess.run([made, *PIP, "install", *OFFLINE, "-e", str(ROOT)], check=True)
    return made


SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def test_a_project_elsewhere_has_the_fixture(python: str, tmp_path: Path) -> None:
    ran = run_pytest(python, write_project(tmp_path))
    assert list(ran.outcomes.values()).count("PASSED") == 7, ran.said
    assert list(ran.outcomes.values()).count("FAILED") == 2, ran.said
    assert "Warning" not in ran.said


def test_naming_the_plugin_as_well_is_no_fault(python: str, tmp_path: Path) -> None:
    ran = run_pytest(python, write_project(tmp_path), "-p", "pcm.qa.pytest_plugin", "-k", "roaming")
    assert ran.outcomes == {"test_roaming": "PASSED"}, ran.said


def test_our_folders_are_in_nobodys_way(python: str, tmp_path: Path) -> None:
    code = "import pcm, models, menus, connectivity; print(pcm.__file__); import tools"
    done = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.strip() == str(ROOT / "pcm" / "__init__.py")
    assert "No module named 'tools'" in done.stderr


def test_a_project_with_a_package_of_our_name_keeps_it(python: str, tmp_path: Path) -> None:
    project = write_project(tmp_path)
    (project / "models.py").write_text("MINE = True\n", "utf-8")
    ran = run_pytest(python, project)
    assert ran.outcomes["test_without_it"] == "PASSED"
    assert "the package 'models' comes from" in ran.said


def test_the_robot_library_is_there(python: str, tmp_path: Path) -> None:
    flow = tmp_path / "flow.robot"
    flow.write_text(
        "*** Settings ***\nLibrary    pcm.qa.HeadUnit\n*** Test Cases ***\nOne\n    Key    PHONE\n"
    )
    done = subprocess.run(
        [python, "-m", "robot", "--outputdir", str(tmp_path), str(flow)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_a_copy_is_not_offered(python: str) -> None:
    done = subprocess.run(
        [python, *PIP, "wheel", *OFFLINE, "--no-build-isolation", str(ROOT)],
        capture_output=True,
        text=True,
        cwd=Path(sys.prefix).anchor,
    )
    assert done.returncode != 0
    assert "runs from its sources: say pip install -e ." in done.stdout + done.stderr


def test_it_can_be_taken_out_again(python: str, tmp_path: Path) -> None:
    """Last of all."""
    subprocess.run([python, *PIP, "uninstall", "--yes", "--quiet", "pcm-simulator"], check=True)
    done = subprocess.run([python, "-c", "import pcm"], cwd=tmp_path, capture_output=True)
    assert done.returncode != 0
