"""What cannot be run is said in a line each, with the nearest right names, before anything runs."""

from pathlib import Path
from typing import NamedTuple

import pytest

from pcm.cli.arguments import build_parser
from pcm.cli.flow import flow
from tests.qa.flow.program import HEAD, write_flow


class Case(NamedTuple):
    """The words after `flow`; {} is the folder of the files."""

    name: str
    words: str
    said: str


CASES = (
    Case("no file", "{}/pairng.robot", "no file {}/pairng.robot; did you mean pairing.robot"),
    Case("no folder", "{}/x/pairing.robot", "no file {}/x/pairing.robot: its folder is not there"),
    Case("no flows", "{}/empty", "no flow (*.robot) in {}/empty"),
    Case("no flow", "{}/notes.txt", "{}/notes.txt is no flow: the name of one ends in .robot"),
    Case("car", "{}/pairing.robot --car 718-983", "unknown car '718-983'; did you mean 718-982"),
    Case("cars", "{}/pairing.robot --cars 718-982,x9", "unknown car 'x9'"),
    Case("no cars", "{}/pairing.robot --cars ,", "--cars: write all, or ids with commas"),
    Case("year", "{}/pairing.robot --car 718-982 --year 1999", "718-982 has no model year 1999"),
    Case("no car's year", "{}/pairing.robot --cars all --year 1999", "no car has the model year"),
    Case("country", "{}/pairing.robot --country Itali", "unknown country 'Itali'; did you mean It"),
    Case("language", "{}/pairing.robot --language ti", "unknown language 'ti'; did you mean pt,"),
    Case("matrix key", "{}/pairing.robot --matrix cras=718-982", "unknown key of --matrix 'cras'"),
    Case("matrix", "{}/pairing.robot --matrix 718-982", "--matrix '718-982': write cars=ID,ID"),
    Case("matrix value", "{}/pairing.robot --matrix cars=", "--matrix 'cars=': write cars=ID,ID"),
    Case("matrix twice", "{}/pairing.robot --matrix cars=all,cars=all", "--matrix: cars stands"),
    Case("two countries", "{}/pairing.robot --country IT --matrix countries=DE", "IT and the"),
    Case("jobs", "{}/pairing.robot --jobs 0", "--jobs 0: at least 1 is needed"),
    Case("limit", "{}/pairing.robot --limit 0", "--limit 0: at least 1 s"),
    Case("out", "{}/pairing.robot --out /proc/there", "no results can be written to /proc/there"),
    Case("out of others", "{}/pairing.robot --out {}", "{} holds something else than results"),
    Case("out is a file", "{}/pairing.robot --out {}/notes.txt", "no results can be written to"),
    Case("car without", "{}/old.robot --car taycan-j1", "no test of {}/old.robot applies to"),
    Case("option", "{}/pairing.robot -- --inclde x", "after --: option --inclde not"),
    Case("option's value", "{}/pairing.robot -- --include", "after --: --include needs a value"),
    Case("tag", "{}/pairing.robot -- --include zz", "Suite 'Pairing' contains no tests"),
    Case("file after", "{}/pairing.robot -- {}/old.robot", "after --: '{}/old.robot' is no option"),
    Case("results' place", "{}/pairing.robot -- --output x", "after --: --output is not for here"),
    Case("help", "{}/pairing.robot -- --help", "for Robot Framework's own help:"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("no flow")
    write_flow(tmp_path / "pairing.robot", {"One": "Tap    phone"})
    write_flow(tmp_path / "old.robot", {"One": "[Tags]    pcm-4.0\nTap    phone"})
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_line(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = () if "--out" in case.words else ("--out", str(folder / "out"))
    words = case.words.replace("{}", str(folder)).split()
    assert flow(build_parser().parse_args(["flow", *out, *words])) == 252
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"pcm: {case.said.replace('{}', str(folder))}")
    assert not (folder / "out").exists()


def test_faults_of_syntax_name_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken.robot"
    text = (
        f"Libary    x\n{HEAD}One\n    [Tgas]    x\n    FOR    ${{i}}    IN    1\n    Tap    phone\n"
    )
    file.write_text(text.replace("Libary    x\n***", "*** Settings ***\nLibary    x\n***", 1))
    assert (
        flow(build_parser().parse_args(["flow", str(file), "--out", str(tmp_path / "out")])) == 252
    )
    assert capsys.readouterr().err.splitlines() == [
        f"pcm: {file}:2: Non-existing setting 'Libary'; did you mean Library?",
        f"pcm: {file}:8: Non-existing setting 'Tgas'; did you mean Tags?",
        f"pcm: {file}:9: FOR loop must have closing END.",
    ]
    file.write_bytes(b"*** Test Cases ***\n\xff\n")
    assert (
        flow(build_parser().parse_args(["flow", str(file), "--out", str(tmp_path / "out")])) == 252
    )
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"pcm: {file}: ")


def test_cases_are_many() -> None:
    assert len(CASES) == 28
