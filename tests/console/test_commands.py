"""The commands and options: contracts that others script against, and clear lines for wrong use."""

import json
import socket

import pytest

from pcm.cli import main
from tests.console.program import run

PROCEDURES = ["link", "roaming", "end-data", "remember-pin", "private-mode", "updates"]


def here(arguments: list[str]) -> int:
    """The status of the program, run in this process."""
    try:
        return main(arguments)
    except SystemExit as left:
        return int(left.code or 0)


def test_a_wrong_name_ends_the_process_so_too() -> None:
    done = run("--console", "--car", "tycan")
    assert done.status == 2
    assert done.err.startswith("pcm: unknown car 'tycan'; did you mean Taycan")


def test_cars_json_is_the_contract() -> None:
    found = json.loads(run("cars", "--json").out)
    assert len(found) == 13
    for car in found:
        assert set(car) == {"id", "line", "generation", "years", "pcm"}
        assert car["years"][0] <= car["years"][1]
        assert car["pcm"] in ("4.0", "4.1", "5.0", "6.0")
    assert {car["id"] for car in found} >= {"911-991.2", "718-982", "taycan-j1"}


def test_cars_for_people_names_all() -> None:
    assert len(run("cars").out.splitlines()) == 13


@pytest.mark.parametrize(
    ("car", "year"),
    [("718-982", 2020), ("Panamera", 2018), ("macan-95b.2", 2019), ("Taycan", 2024)],
)
def test_howto_json_is_the_contract(car: str, year: int) -> None:
    arguments = ["--car", car, "--year", str(year), "--language", "en", "--json"]
    found = json.loads(run("howto", *arguments).out)
    assert [item["procedure"] for item in found] == PROCEDURES
    for item in found:
        assert set(item) == {"procedure", "available", "path", "ids", "source", "assumed", "note"}
        assert item["available"] == bool(item["ids"])
        assert item["available"] or item["note"], "what a car has not says why"
        assert item["source"]
    one = json.loads(run("howto", "link", *arguments).out)
    assert one == found[:1]


def test_howto_of_the_718_is_the_documented_path() -> None:
    found = json.loads(run("howto", "link", "--car", "718", "--year", "2020", "--json").out)
    assert found[0]["path"] == ["APPS", "OPT", "Login Porsche Connect"]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--car", "tycan"], ["unknown car 'tycan'", "Taycan"]),
        (["--car", "911", "--year", "2019"], ["911-991.2", "911-992.1"]),
        (["--car", "718", "--year", "1999"], ["2016-2025"]),
        (["--car", "718", "--year", "0"], ["2016-2025"]),
        (["--country", "Itlay"], ["unknown country 'Itlay'", "Italy"]),
        (["--language", "xx"], ["unknown language 'xx'"]),
        (["howto", "romaing"], ["romaing", "roaming"]),
        (["howto", "--car", "tycan"], ["unknown car 'tycan'", "Taycan"]),
        (["howto", "--language", "xx"], ["unknown language 'xx'"]),
        (["diff", "718", "2020", "tycan", "2020"], ["unknown car 'tycan'", "Taycan"]),
        (["diff", "718", "2020", "Taycan", "2000"], ["2020-2026"]),
        (["shot", "nowhere/x.png"], ["nowhere"]),
        (["shot", "x.jpg"], ["FILE.png"]),
        (["shot", "x.png", "--path", "APPS > OTP"], ["OTP", "OPT"]),
    ],
)
def test_wrong_names_are_one_line_on_standard_error(
    arguments: list[str], parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = arguments if arguments[0][0] != "-" else ["--console", *arguments]
    assert here(asked) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1, told.err
    assert told.err.startswith("pcm: ")
    for part in parts:
        assert part in told.err


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["--year", "soon"], ["--seed", "x"], ["diff", "718"], ["carz"], ["shot"]],
)
def test_wrong_use_is_one_line_that_names_the_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert here(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "--help" in told.err


@pytest.mark.parametrize("command", ["", "cars", "howto", "diff", "check", "shot", "test"])
def test_help_is_everywhere(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert here([*([command] if command else []), "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: ")


def test_check_finds_the_content_sound() -> None:
    assert run("check").status == 0


def test_diff_tells_what_moved() -> None:
    done = run("diff", "panamera-971.1", "2017", "panamera-971.1", "2020", "--json")
    assert done.status == 0
    assert set(json.loads(done.out)) >= {"added", "removed", "moved", "renamed"}
    assert run("diff", "718", "2020", "718", "2020").out == "no difference\n"


@pytest.mark.parametrize("language", ["it", "de"])
def test_the_console_speaks_the_language_that_was_asked_for(language: str) -> None:
    done = run("--console", "--language", language, said="state language\n")
    assert done.out.splitlines()[-1] == language


def test_a_vin_picks_the_car_and_stands_on_its_bus() -> None:
    verbs = "state car\nstate year\nstate vin\n"
    done = run("--console", "--vin", "WP1ZZZ95ZKLB12345", said=verbs)
    assert done.out.splitlines()[-3:] == ["macan-95b.2", "2019", "WP1ZZZ95ZKLB12345"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--vin", "WP1ZZZ95ZKL"), "pcm: VIN: 11 characters; it has 17"),
        (("--vin", "WP1ZZZ95ZKLB12345", "--car", "Taycan"), "pcm: "),
        (("--can-log", "drive.txt"), "pcm: drive.txt: a CAN log ends with"),
    ],
)
def test_what_cannot_be_had_of_the_car_is_one_line(options: tuple[str, ...], said: str) -> None:
    done = run("--console", *options)
    assert done.status == 2
    assert done.err.startswith(said)
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "verb", "state", "told"),
    [
        (("--modem", "/dev/tty7X"), "state modem", "gone", "tty7X"),
        (("--can", "interface=slcan,channel=/dev/tty7X"), "state can_bus", "down", "tty7X"),
        (("--can", "interface=virtal,channel=1"), "state can_bus", "in_process", "mean virtual"),
    ],
)
def test_the_head_unit_goes_on_without_a_port_that_is_away(
    options: tuple[str, ...], verb: str, state: str, told: str
) -> None:
    done = run("--console", *options, said=f"{verb}\n")
    assert done.status == 0
    assert done.out.splitlines()[-1] == state
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_the_head_unit_goes_on_without_a_modem_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        done = run("--console", "--modem-port", f"tcp:{number}", said="state car\n")
    assert (done.status, done.out.splitlines()[-1]) == (0, "718-982")
    assert f"port {number} is in use by another program; the head unit goes on" in done.err
    assert len(done.err.splitlines()) == 1
