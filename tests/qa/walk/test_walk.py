"""The walk finds what is planted, shrinks it and writes a flow that fails in the same words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from robot.api import ExecutionResult

from connectivity import data_path
from models.catalogue import find_car
from pcm.headunit.entries import LOCKED_WHILE_MOVING, fields_of
from pcm.headunit.session import Answer
from pcm.headunit.verbs import VERBS, find_verb
from pcm.qa.walk.choices import RIGHT
from pcm.qa.walk.flow_file import flow_text, write_flow
from pcm.qa.walk.invariant import Fault
from pcm.qa.walk.invariants import STATES, BrokenError, Watch, fault_of
from pcm.qa.walk.shrink import shortest_way, shrink
from pcm.qa.walk.step_rules import STEPS
from pcm.qa.walk.walker import Desk, Failing, Stroll, replay, walk
from pcm.qa.walk.world_lines import LEFT_OUT, WORLD, examples
from tests.headunit.conftest import ONE_CAR_A_GENERATION
from tests.qa.walk.planted import PLANTED

ROOT = Path(__file__).resolve().parents[3]
LONGEST = 10_000


def desk_of(car: str = "718-982", year: int = 2019, seed: int = 1, country: str = "IT") -> Desk:
    return Desk(find_car(car, year), year, country, "en", seed)


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    """The planted fault that the test is for."""
    name: str = request.param
    data_path.choose_path.cache_clear()
    PLANTED[name].plant(monkeypatch.setattr)
    yield name
    data_path.choose_path.cache_clear()


def found(name: str) -> tuple[Desk, Failing]:
    desk = desk_of(*PLANTED[name].car)
    failing = walk(desk, LONGEST).failing
    assert failing is not None
    assert failing.fault.name == PLANTED[name].name
    return desk, failing


SOON = [name for name, planted in PLANTED.items() if planted.soon]


@pytest.mark.parametrize("plant", SOON, indirect=True)
def test_a_walk_finds_a_planted_fault_and_shrinks_the_way_there(plant: str) -> None:
    desk, failing = found(plant)
    shortest = shortest_way(desk, failing)
    assert shortest.fault.name == PLANTED[plant].name
    assert len(shortest.lines) <= len(PLANTED[plant].shortest), shortest.lines
    assert none_too_many(desk, shortest)


NOISE = ("car speed 20", "volume up", "key PHONE", "car speed 0", "state", "net home 3G", "home")


@pytest.mark.parametrize("plant", PLANTED, indirect=True)
def test_a_long_list_is_shrunk_to_the_shortest_known(plant: str) -> None:
    planted = PLANTED[plant]
    desk = desk_of(*planted.car)
    long = [*NOISE * 3, *planted.shortest, *NOISE]
    failing = replay(desk, long)
    assert failing is not None
    shortest = shortest_way(desk, failing)
    assert shortest.fault.name == planted.name
    assert shortest.lines == planted.shortest
    assert none_too_many(desk, shortest)


@pytest.mark.parametrize(
    ("plant", "long"),
    [
        ("roaming", ("sim insert second", "type @pin", "ok", "net abroad")),
        ("unasked", ("key PHONE", "key OPT", "tap set_phone", "tap roaming")),
    ],
    indirect=["plant"],
)
def test_a_way_round_becomes_the_straight_one(plant: str, long: tuple[str, ...]) -> None:
    desk = desk_of(*PLANTED[plant].car)
    failing = replay(desk, long)
    assert failing is not None
    assert shortest_way(desk, failing).lines == PLANTED[plant].shortest


def none_too_many(desk: Desk, failing: Failing) -> bool:
    """Whether no verb can be left out."""
    for left_out in range(len(failing.lines)):
        rest = [*failing.lines[:left_out], *failing.lines[left_out + 1 :]]
        again = replay(desk, rest)
        if again is not None and again.fault.name == failing.fault.name:
            return False
    return True


@pytest.mark.parametrize("plant", ["private", "raises"], indirect=True)
def test_the_flow_fails_in_the_same_words(plant: str, tmp_path: Path) -> None:
    desk, failing = found(plant)
    shortest = shortest_way(desk, failing)
    file = tmp_path / "found.robot"
    write_flow(file, desk, shortest)
    assert run_robot(file, f"tests.qa.walk.planted.Plant:{plant}") == ("FAIL", str(shortest.fault))
    if plant == "private":
        assert run_robot(file)[0] == "PASS", "without the fault nothing is broken"


def run_robot(file: Path, listener: str = "") -> tuple[str, str]:
    """Status and message of the one test, by plain `robot`."""
    options = ["--listener", listener] if listener else []
    output = file.with_name("output.xml")
    files = ["--output", str(output), "--log", "NONE", "--report", "NONE"]
    command = [sys.executable, "-m", "robot", *options, *files, str(file)]
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True, env={**os.environ})
    (test,) = ExecutionResult(output).suite.tests
    return test.status, test.message


@pytest.mark.parametrize(("car", "year"), ONE_CAR_A_GENERATION)
def test_a_sound_car_holds(car: str, year: int) -> None:
    seen = walk(desk_of(car, year), 500)
    assert seen.failing is None, seen.failing
    assert seen.steps >= 500
    assert len(seen.pages) > 40, "it gets deep"


def test_the_same_seed_walks_the_same_way() -> None:
    first, again, other = (walk(desk_of(seed=seed), 150) for seed in (5, 5, 6))
    assert first == again != other


def test_there_are_invariants_for_many_requirements() -> None:
    names = [*(i.name for i in STATES), *(i.name for i in STEPS)]
    assert len(set(names)) == len(names) >= 45
    assert len({name.split(":")[0] for name in names if name.startswith("R-")}) >= 20


def test_a_sound_session_breaks_nothing() -> None:
    session = desk_of().open()
    assert fault_of(session) is None
    session.unit.change(language="de")
    told = "R-LANG-1: the screen is in the language chosen; the screen is de, chosen is language_en"
    assert str(fault_of(session)) == told


def test_the_walk_may_do_every_verb() -> None:
    known = {verb for verbs in WORLD.values() for verb in verbs}
    others = {find_verb(line)[0] for line in examples()}
    assert known | others | LEFT_OUT == set(VERBS)
    assert {"tap", "type", "ok", "back"} <= others
    assert not known & LEFT_OUT
    assert {
        field.id
        for purpose in (*LOCKED_WHILE_MOVING, "number", "sim_pin")
        for field in fields_of(purpose)
    } == set(RIGHT)


@pytest.mark.parametrize(
    ("needed", "shortest"), [((3,), [3]), ((0, 9), [0, 9]), ((2, 3, 7), [2, 3, 7])]
)
def test_only_what_is_needed_is_left(needed: tuple[int, ...], shortest: list[int]) -> None:
    assert shrink(range(10), lambda left: set(needed) <= set(left)) == shortest


def test_a_line_is_written_as_robot_reads_it_back(tmp_path: Path) -> None:
    lines = (
        'sms in "${CAR} costs # 5,  or {2} @{LIST}" "#one=1"',
        "phone call in +39 055 555 0188 2G",
        "net abroad CH LTE bars 3",
        "tap nothing_here",
        "sim insert standard",
        "type 9999",
        "ok",
        "wheel volume up 3",
        "screen --json",
        "restore nowhere",
    )
    desk = desk_of()
    here = Stroll(desk)
    for line in lines:
        assert here.do(line) is None
    file = tmp_path / "all.robot"
    file.write_text(flow_text(desk, here.failing(Fault("R-PIN-5: words", "none"))), "utf-8")
    trace = file.with_name("trace.jsonl")
    text = file.read_text("utf-8").replace(
        "    Verb    restore nowhere\n", f"    Trace    {trace}\n"
    )
    file.write_text(text, "utf-8")
    assert "    Expect Refused    ok    pin_wrong\n" in text
    assert "    Network Is    abroad    CH    LTE    bars=3\n" in text
    assert run_robot(file) == ("PASS", "")
    done = [json.loads(line) for line in trace.read_text("utf-8").splitlines()]
    walked = [json.loads(line) for line in here.session.trace.lines]
    assert [what(entry) for entry in done] == [what(entry) for entry in walked[:-1]]


def what(entry: dict[str, object]) -> tuple[object, ...]:
    return tuple(entry.get(key) for key in ("car", "seed", "verb", "ok", "now"))


def test_a_fault_tells_no_secret() -> None:
    session = desk_of().open()
    watch = Watch()
    code = session.world.portal.code

    def do(line: str) -> Answer:
        raise KeyError(code)

    with pytest.raises(
        BrokenError, match=r"nothing is raised; KeyError in test_walk\.do"
    ) as raised:
        watch.demand(session, do, "ok")
    assert code not in str(raised.value)
