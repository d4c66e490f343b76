"""Each gate was seen to fail: a clean tree passes it, one broken file in that tree does not."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.gates.sample_tree import QML, make_tree, write
from tools.environment import ROOT
from tools.gates import GATES, PYTEST, main, run_gate, run_pytest, table

BY_NAME = {gate.name: gate for gate in GATES}
DOC = '"""A sample."""\n\n'


class Trial(NamedTuple):
    """One broken file, the gate that must refuse it and a word of its refusal."""

    name: str
    gate: str
    path: str
    text: str
    says: str


def imports(line: str) -> str:
    return f"{DOC}{line}\n"


TRIALS = (
    Trial("bad format", "format", "models/a.py", f"{DOC}A = {{'a':1}}\n", "models/a.py"),
    Trial("unused import", "lint", "models/a.py", imports("import os"), "F401"),
    Trial("no docstring", "lint", "models/a.py", "A = 1\n", "D100"),
    Trial("no package docstring", "lint", "models/__init__.py", "", "D104"),
    Trial("print", "lint", "models/a.py", f"{DOC}print(1)\n", "T201"),
    Trial(
        "blind except",
        "lint",
        "models/a.py",
        f"{DOC}try:\n    A = 1\nexcept Exception:\n    A = 2\n",
        "BLE",
    ),
    Trial("long line", "lint", "models/a.py", f"{DOC}A = 1  # {'x' * 100}\n", "E501"),
    Trial("stale ignore", "lint", "models/a.py", f"{DOC}A = 1  # noqa: F401\n", "RUF100"),
    Trial("ignore without rule", "lint", "models/a.py", f"{DOC}A = 1  # type: ignore\n", "PGH003"),
    Trial("clock", "lint", "models/a.py", f"{DOC}import time\n\ntime.sleep(1)\n", "Clock"),
    Trial("type error", "types", "models/a.py", f'{DOC}A: int = "a"\n', "assignment"),
    Trial("untyped", "types", "pcm/a.py", f"{DOC}def f(a):\n    return a\n", "no-untyped-def"),
    Trial(
        "stale type ignore", "types", "pcm/a.py", f"{DOC}A = 1  # type: ignore[misc]\n", "unused"
    ),
    Trial(
        "models import menus", "layers", "models/a.py", imports("import menus"), "models.a -> menus"
    ),
    Trial(
        "menus know connectivity", "layers", "menus/a.py", imports("import connectivity"), "menus.a"
    ),
    Trial(
        "faces know each other", "layers", "pcm/ui/a.py", imports("import pcm.console"), "pcm.ui.a"
    ),
    Trial("a package off the line", "layers", "pcm/extra/__init__.py", DOC, "extra"),
    Trial(
        "a machine knows a far end",
        "layers",
        "connectivity/sim.py",
        imports("import connectivity.outside"),
        "connectivity.sim -> connectivity.outside",
    ),
    Trial("a module off the layers", "layers", "connectivity/extra.py", DOC, "connectivity.extra"),
    Trial(
        "keywords know who runs them",
        "layers",
        "pcm/qa/keywords.py",
        imports("import pcm.qa.flow"),
        "pcm.qa.keywords -> pcm.qa.flow",
    ),
    Trial("a part of QA off the layers", "layers", "pcm/qa/extra.py", DOC, "extra"),
    Trial(
        "the head unit goes round its wires",
        "layers",
        "pcm/headunit/unit.py",
        imports("import connectivity.outside"),
        "pcm.headunit.unit -> connectivity.outside",
    ),
    Trial("a part of lessons off the layers", "layers", "pcm/training/extra.py", DOC, "extra"),
    Trial("a bus in the head unit", "layers", "pcm/headunit/a.py", imports("import can"), "can"),
    Trial(
        "Qt in the head unit", "layers", "pcm/headunit/a.py", imports("import PySide6"), "PySide6"
    ),
    Trial("Qt in the commands", "layers", "pcm/cli/a.py", imports("import shiboken6"), "shiboken6"),
    Trial(
        "unqualified access",
        "qml",
        "pcm/ui/qml/A.qml",
        QML.replace("root.label", "label"),
        "unqualif",
    ),
    Trial("misspelt", "qml", "pcm/ui/qml/A.qml", QML.replace("root.label", "root.lable"), "lable"),
    Trial("unused QML import", "qml", "pcm/ui/qml/A.qml", f"import QtQml.Models\n{QML}", "nused"),
    Trial(
        "QML format", "qml-format", "pcm/ui/qml/A.qml", QML.replace("    ", "  "), "not formatted"
    ),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return make_tree(tmp_path)


@pytest.mark.parametrize("name", sorted({trial.gate for trial in TRIALS}))
def test_a_clean_tree_passes(tree: Path, name: str) -> None:
    outcome = run_gate(BY_NAME[name], tree)
    assert outcome.passed, outcome.output


@pytest.mark.parametrize("trial", TRIALS, ids=[trial.name for trial in TRIALS])
def test_a_broken_file_fails(tree: Path, trial: Trial) -> None:
    write(tree, trial.path, trial.text)
    outcome = run_gate(BY_NAME[trial.gate], tree)
    assert not outcome.passed
    assert trial.says in outcome.output, outcome.output


@pytest.mark.parametrize("name", ["qml", "qml-format"])
def test_a_scan_that_finds_nothing_fails(tree: Path, name: str) -> None:
    (tree / "pcm/ui/qml/Sample.qml").unlink()
    outcome = run_gate(BY_NAME[name], tree)
    assert not outcome.passed
    assert "no QML file found" in outcome.output


def test_broken_content_fails_naming_file_line_and_key(tmp_path: Path) -> None:
    for folder in ("models", "menus", "connectivity", "pcm", "assets", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=lambda *_: {"__pycache__"})
    gate = BY_NAME["content"]
    clean = run_gate(gate, tmp_path)
    assert clean.passed, clean.output
    broken = tmp_path / "models" / "markets.yaml"
    lines = broken.read_text("utf-8").splitlines()
    broken.write_text("\n".join([*lines, "marketz: 1", ""]), "utf-8")
    outcome = run_gate(gate, tmp_path)
    assert not outcome.passed
    assert f"models/markets.yaml:{len(lines) + 1}: marketz" in outcome.output
    assert "did you mean" in outcome.output
    assert "Traceback" not in outcome.output


QT_WARNS = "from PySide6.QtCore import qWarning\n\ndef test_it():\n    qWarning('loose')\n"
BROKEN_BINDING = """
from PySide6.QtQml import QQmlComponent, QQmlEngine

def test_it(qapp):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(b"import QtQml; QtObject { property int a: b }", "")
    made = component.create()
"""
BROKEN_TESTS = {  # what a broken test looks like -> its text, a word of the refusal
    "a failed assertion": ("def test_it():\n    assert 1 == 2\n", "assert 1 == 2"),
    "a Python warning": (
        "import warnings\n\ndef test_it():\n    warnings.warn('old')\n",
        "UserWarning: old",
    ),
    "a Qt warning": (QT_WARNS, "QtWarningMsg: loose"),
    "a broken binding": (BROKEN_BINDING, "ReferenceError: b is not defined"),
    "an unknown mark": (
        "import pytest\n\n@pytest.mark.slowly\ndef test_it():\n    pass\n",
        "'slowly' not found in `markers`",
    ),
    "a fault that is fixed": (
        "import pytest\n\n@pytest.mark.xfail\ndef test_it():\n    pass\n",
        "XPASS(strict)",
    ),
    "no test at all": ("A = 1\n", "no tests ran"),
}


def test_passing_tests_pass_and_the_summary_is_kept(
    tree: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(tree, "tests/test_a.py", "def test_it():\n    pass\n")
    outcome = run_gate(PYTEST, tree)
    assert outcome.passed
    assert outcome.output.startswith("1 passed")


@pytest.mark.parametrize("case", BROKEN_TESTS)
def test_a_broken_test_fails(tree: Path, capfd: pytest.CaptureFixture[str], case: str) -> None:
    text, says = BROKEN_TESTS[case]
    write(tree, "tests/test_a.py", text)
    passed, _ = run_pytest(["tests"], tree)
    assert not passed
    assert says in capfd.readouterr().out


def test_the_run_ends_with_the_table_and_pytests_summary(
    tree: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.gates.prepare_drawing", lambda say: say("prepared"))
    write(tree, "tests/test_a.py", "def test_it():\n    assert 1 == 2\n")
    write(tree, "models/a.py", "A = 1\n")
    assert main(["--only", "layers", "lint", "tests"], tree) == 1
    said = capfd.readouterr().out.splitlines()
    assert said[-1].startswith("1 failed in")
    assert [line.split()[:2] for line in said[-5:-2]] == [
        ["ok", "layers"],
        ["FAILED", "lint"],
        ["FAILED", "tests"],
    ]
    assert any("D100" in line for line in said)


def test_an_unknown_gate_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "lynt"]) == 2
    assert "unknown gate 'lynt'; there are: format, lint" in capsys.readouterr().err


def test_help_lists_every_gate(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(gate.name in said for gate in (*GATES, PYTEST))


def test_every_gate_has_a_trial() -> None:
    tried = {trial.gate for trial in TRIALS} | {"content"}
    assert tried == set(BY_NAME)
    assert "all ok" in table([])
