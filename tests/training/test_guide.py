"""Which touch comes next: from the way itself, from beside it, from what is half typed."""

import pytest

from menus.load import load_tree
from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.guide import REPEAT, Way, derive_next, derive_way
from pcm.training.plan import derive_plan
from pcm.training.spot import Here, Spot
from pcm.training.touch import Touch

CAR = find_car("718-982")
TREE = load_tree(CAR, 2019)
HOME, APPS, OPT, MENU = (
    Spot(page) for page in ("home", "apps", "apps_opt", "login_porsche_connect")
)
CODE, CHANGED = Spot(MENU.page, "code 0"), Spot(MENU.page, "code 1")
SCREEN = Session(CAR, 2019).screen


def touch(line: str, spot: Spot, typed: str = "") -> Touch:
    return Touch((line,), (), line, spot, SCREEN, typed)


OPEN = (
    touch("tap apps", HOME),
    touch("tap apps_opt", APPS),
    touch("tap login_porsche_connect", OPT),
    touch("tap enter_pairing_code", MENU),
)
TYPED = (touch("type 4", CODE, "4"), touch("type 7", CODE, "7"))
OK = touch("ok", CODE)
WHOLE = derive_way([(False, (*OPEN, *TYPED, OK))])
IN_STEPS = derive_way([(False, OPEN), (False, TYPED), (False, (OK,))])


def at(way: Way, spot: Spot, standing: str = "", done: int = 0) -> tuple[str, int | None]:
    found = derive_next(way, done, Here(spot, standing, standing), TREE)
    return found.line, found.index


@pytest.mark.parametrize(
    ("spot", "standing", "done", "line", "index"),
    [
        (HOME, "", 0, "tap apps", 0),
        (APPS, "", 1, "tap apps_opt", 1),
        (OPT, "", 2, "tap login_porsche_connect", 2),
        (MENU, "", 3, "tap enter_pairing_code", 3),
        (CODE, "", 4, "type 4", 4),
        (CODE, "4", 5, "type 7", 5),
        (CODE, "47", 6, "ok", 6),
    ],
)
def test_the_way_itself(spot: Spot, standing: str, done: int, line: str, index: int) -> None:
    assert at(WHOLE, spot, standing, done) == (line, index)


@pytest.mark.parametrize(
    ("spot", "done", "line", "index"),
    [
        (MENU, 0, "tap enter_pairing_code", 3),  # ahead: got there alone
        (HOME, 3, "tap apps", 0),  # back at the beginning
        (Spot("phone"), 1, "home", None),
        (Spot(MENU.page, "incoming_call"), 2, "back", None),
        (Spot("home", "code 0"), 3, "back", None),  # the same entry, opened elsewhere
    ],
)
def test_from_beside_the_way(spot: Spot, done: int, line: str, index: int | None) -> None:
    assert at(WHOLE, spot, done=done) == (line, index)


@pytest.mark.parametrize("standing", ["9", "49", "479"])
def test_what_was_typed_wrong_is_erased_first(standing: str) -> None:
    assert at(WHOLE, CODE, standing, done=5) == ("erase", None)


def test_a_refused_code_gives_way_to_the_next_sign() -> None:
    refused = Here(CODE, typed="99", standing="")
    assert derive_next(WHOLE, 5, refused, TREE).line == "type 4"


def test_each_step_begins_with_what_the_one_before_has_typed() -> None:
    assert at(IN_STEPS, CODE, "47") == ("ok", 0)
    assert at(IN_STEPS, CODE, "4") == ("type 7", None)
    assert at(IN_STEPS, CODE, "8") == ("erase", None)


@pytest.mark.parametrize(
    ("spot", "line"), [(MENU, "tap enter_pairing_code"), (APPS, "tap apps_opt"), (HOME, "tap apps")]
)
def test_what_was_closed_is_opened_again(spot: Spot, line: str) -> None:
    assert at(IN_STEPS, spot) == (line, None)


def test_at_a_field_before_the_steps_own_the_code_is_typed_and_confirmed() -> None:
    way = derive_way([(False, (*OPEN, *TYPED, OK)), (False, (touch("ok", CHANGED),))])
    assert at(way, CODE) == ("type 4", None)
    assert at(way, CODE, "47") == ("ok", None)
    assert at(way, CHANGED) == ("ok", 0)


def test_what_the_world_opened_takes_a_repetition() -> None:
    call = touch("ok", Spot("home", "incoming_call"))
    assert at(derive_way([(False, OPEN), (True, (call,))]), HOME) == (REPEAT, None)
    assert at(derive_way([(False, (call,))]), Spot("apps")) == (REPEAT, None)


def test_a_step_that_explains_asks_for_nothing() -> None:
    assert at(derive_way([(False, OPEN), (False, ())]), HOME) == ("", None)


def test_the_nearest_touch_of_several_on_one_page() -> None:
    """Two runs at home: the first until the second is begun."""
    away = touch("tap phone", HOME)
    way = derive_way([(False, (OPEN[0], touch("home", APPS), away))])
    assert at(way, HOME, done=0) == ("tap apps", 0)
    assert at(way, HOME, done=1) == ("tap apps", 0)
    assert at(way, HOME, done=2) == ("tap phone", 2)


def test_a_planned_way_is_followed_touch_by_touch() -> None:
    """Of a real lesson, each touch taken where the plan has it."""
    plan = derive_plan("link", Session(CAR, 2019))
    steps = [(bool(step.world), step.touches) for step in plan.steps]
    seen = 0
    for number, step in enumerate(plan.steps):
        if not step.touches:
            continue
        way, typed = derive_way(steps[: number + 1]), {step.touches[0].spot: ""}
        for index, one in enumerate(step.touches):
            standing = typed.get(one.spot, "")
            here = Here(one.spot, standing, standing)
            found = derive_next(way, index, here, TREE)
            assert (found.line, found.index) == (one.lines[0], index), step.id
            typed[one.spot] = standing + one.typed
            seen += 1
    assert seen == plan.shortest
