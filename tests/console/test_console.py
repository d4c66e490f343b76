"""The console: home first, an answer a verb, an exit status a script can trust, any bytes."""

import json
import subprocess
import sys
from io import StringIO
from random import Random

import pytest

from models.catalogue import find_car
from pcm.console.console import run_console
from pcm.headunit.session import Session
from tests.console.program import console, run
from tools.environment import ROOT


def worked_off(said: str) -> tuple[int, str]:
    """What the console makes of `said`, in this process: (status, output)."""
    out = StringIO()
    session = Session(find_car("718"), 2020)
    return run_console(session, StringIO(said), out, prompt=False), out.getvalue()


def test_end_of_file_shows_home_and_exits_0() -> None:
    done = console("")
    assert done.status == 0
    assert done.out.startswith("== HOME ==\n")
    assert done.err == ""


def test_without_a_display_the_program_is_the_console_and_says_so() -> None:
    env = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run(env=env)
    assert done.status == 0
    assert "console" in done.out.splitlines()[0]
    assert "== HOME ==" in done.out


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("key PHONE\nexpect screen phone\n", 0),
        ("expect screen phone\n", 1),
        ("expect screen phone\nkey PHONE\nexpect screen phone\n", 1),
        ("nonsense\n", 1),
        ("sim nonsense\n", 1),
        ("expect nonsense\n", 0),
        ("tap nowhere\n", 0),
        ("ok\n", 0),
        ("# a comment\n\n   \n", 0),
        ("quit\nnonsense\n", 0),
        ("expect state data hotspot", 1),
    ],
)
def test_the_exit_status_tells_whether_a_script_held(said: str, status: int) -> None:
    assert worked_off(said)[0] == status


@pytest.mark.parametrize("status", [0, 1])
def test_the_process_ends_with_that_status(status: int) -> None:
    assert console(f"expect screen {'phone' if status else 'home'}\n").status == status


def test_refusals_and_errors_are_marked_and_go_on() -> None:
    done = console("ok\nnonsense\nexpect screen phone\nkey PHONE\n", "--language", "en")
    lines = done.out.splitlines()
    assert "refused: Nothing to confirm" in lines
    assert any(line.startswith("error: unknown verb 'nonsense'") for line in lines)
    assert any(line.startswith("error: expected screen 'phone'; it is 'home'") for line in lines)
    assert lines[-1] == "PHONE"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("tpa phone", ["unknown verb 'tpa'", "tap"]),
        ("sim inser", ["unknown verb 'sim inser'", "sim insert"]),
        ("help tpa", ["unknown verb 'tpa'", "tap"]),
        ("tap PHONNE", ["unknown row 'PHONNE'", "phone"]),
        ("tap PHONE > OTP > SET PHONE", ["OTP", "OPT"]),
        ("tap PHONE > OPT > SET PHON", ["SET PHON", "SET PHONE"]),
        ("tap roaming", ["'roaming' is not on this screen", "PHONE > OPT > SET PHONE > Roaming"]),
        ("key PHON", ["'PHON' is not one of", "PHONE"]),
        ("state dat", ["unknown state 'dat'", "data"]),
        ("sim insert standrad", ["'standrad' is not one of", "standard"]),
        ("net abroad Swizerland", ["unknown country 'Swizerland'", "Switzerland"]),
        ("language xx", ["'xx' is not one of", "it"]),
        ("model tycan", ["unknown car 'tycan'", "Taycan"]),
        ("year 1999", ["718-982", "2016-2025"]),
        ("country Itlay", ["unknown country 'Itlay'", "Italy"]),
        ("restore nothing", ["unknown saved state 'nothing'"]),
        ("preset nothing", ["'nothing' is not one of", "fresh"]),
        ("howto romaing", ["romaing", "roaming"]),
        ("expect scren home", ["'scren' is not one of", "screen"]),
        ("why romaing", ["romaing", "roaming"]),
        ("car speed fast", ["'fast' is not a number"]),
        ("car speed 1000", ["0", "350"]),
        ("car gear X", ["'X' is not one of P, R, N, D"]),
        ("pass long", ["usage: pass"]),
        ("shot x.jpg", ["usage: shot FILE.png"]),
        ("trace nowhere/x", ["nowhere"]),
    ],
)
def test_a_wrong_name_gets_one_clear_line_with_the_nearest_right_one(
    line: str, parts: list[str]
) -> None:
    answer = worked_off(line)[1].split("]\n")[-1]
    assert len(answer.strip().splitlines()) == 1, answer
    for part in parts:
        assert part in answer


def test_screen_and_state_print_whole_json_values() -> None:
    done = console("screen --json\nstate --json\nstate data --json\n")
    screen, state, data = (json.loads(line) for line in done.out.splitlines()[-3:])
    assert screen["id"] == "home"
    assert {row["id"] for row in screen["rows"]} >= {"phone", "media", "car", "apps"}
    assert set(screen) >= {"title", "path", "header", "rows", "focus", "overlay", "toast", "night"}
    assert set(screen["rows"][0]) >= {
        "id",
        "label",
        "kind",
        "value",
        "enabled",
        "reasons",
        "source",
    }
    assert state["car"] == "718-982"
    assert state["data"] == data == "embedded"
    assert state["data_refused"] == {"hotspot": "hotspot_not_connected", "inserted": "no_sim"}
    assert state["sim"] == "absent"
    assert state["pin_tries"] is None


def test_an_overlay_is_in_the_json_with_its_kind() -> None:
    done = console("sim insert standard\nscreen --json\n")
    overlay = json.loads(done.out.splitlines()[-1])["overlay"]
    assert (overlay["kind"], overlay["id"]) == ("entry", "sim_pin")


def test_lines_may_end_as_windows_and_old_scripts_end_them() -> None:
    done = console(b"\xef\xbb\xbf# from an editor\r\nkey PHONE\r\nexpect screen phone\r\n")
    assert done.status == 0
    assert done.out.splitlines()[-1] == "as expected"


def test_the_last_line_needs_no_end() -> None:
    assert console("key PHONE\nexpect screen phone").out.endswith("as expected\n")


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_random_bytes_are_answered_one_line_at_a_time(seed: int, locale: str) -> None:
    said = Random(seed).randbytes(4000).replace(b"\n\x00", b"\n") + b"\nexpect screen home\n"
    done = console(said, env={"LC_ALL": locale, "PYTHONIOENCODING": ""})
    assert done.status == 1
    assert done.err == ""
    assert done.out.splitlines()[-1] == "as expected"


def test_a_terminal_without_the_signs_gets_others() -> None:
    done = console("screen\n", env={"PYTHONIOENCODING": "ascii"})
    assert done.status == 0
    assert "10:42" in done.out


def test_a_line_of_a_megabyte_is_refused_like_any_other() -> None:
    done = console("tap " + "x" * 1_000_000 + "\nexpect screen home\n")
    assert done.out.splitlines()[-1] == "as expected"
    assert len(done.out) < 10_000


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "pcm.cli", "--console"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"screen\n" * 50)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


def test_the_same_script_prints_the_same_bytes() -> None:
    said = "phone pair\nportal code\nsim insert standard\ntype 1111\nok\ntrace\nscreen --json\n"
    assert console(said).out == console(said).out
    assert console(said).out != console(said, "--seed", "2").out
