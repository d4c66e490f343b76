"""What flows say in place of secrets, the touch by whole path, time that a script does not skip."""

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session

LINK = "APPS > OPT > Login Porsche Connect"


def make_session(car: str, year: int) -> Session:
    return Session(find_car(car, year), year, language="en")


@pytest.fixture
def entry() -> Session:
    """A 718 whose keypad for the pairing code is open."""
    session = make_session("718-982", 2019)
    for line in (f"tap {LINK}", "tap enter_pairing_code"):
        assert session.do(line).ok
    return session


def typed(session: Session) -> str:
    return str(getattr(session.unit.state.overlay, "typed", ("",))[-1])


def test_a_code_is_typed_in_parts(entry: Session) -> None:
    code = entry.world.portal.code
    for line, shown in (
        ("type @code[:3]", code[:3]),
        ("type @code[3:5]", code[:5]),
        ("type @code[5:]", code),
    ):
        assert entry.do(line).ok
        assert typed(entry) == shown
    assert entry.do("ok").ok
    assert entry.do("state user").text == "Giulia Bianchi"
    assert code not in "".join(entry.trace.lines)
    assert '"type @code[3:5]"' in "".join(entry.trace.lines)


def test_wrong_signs_are_never_right(entry: Session) -> None:
    entry.do("type @code[:7]")
    entry.do("type @wrong 1")
    assert len(typed(entry)) == 8
    assert typed(entry) != entry.world.portal.code
    assert entry.do("ok").reason == "link_unknown_code"
    assert '"type @wrong 1"' in "".join(entry.trace.lines)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("type @wrong", "unknown placeholder '@wrong'"),
        ("type @wrong 0", "not between 1 and 64"),
        ("type @cod[:3]", "did you mean @code"),
    ],
)
def test_a_wrong_placeholder_is_named(entry: Session, line: str, told: str) -> None:
    assert told in entry.do(line).text


def test_another_pin_twice_is_the_first_again() -> None:
    session = make_session("718-982", 2019)
    assert session.do("sim pin @new").text == "no SIM card is inserted"
    session.do("sim insert standard")
    first = session.world.modem.slot.pin if session.world.modem.slot else ""
    pins = []
    for _ in range(2):
        assert session.do("sim pin @new").ok
        pins.append(session.world.modem.slot.pin if session.world.modem.slot else "")
    assert pins[0] != first == pins[1]


def test_a_security_code_can_be_another_one() -> None:
    session = make_session("taycan-j1", 2024)
    portal = session.world.portal
    before = portal.security_code(portal.owner)
    assert session.do("portal security-code @new").ok
    assert portal.security_code(portal.owner) not in ("", before)
    session.do("portal security-code reset")
    assert session.do("portal security-code @new").ok
    assert len(portal.security_code(portal.owner)) == 4


def test_a_path_to_a_row_that_is_shown_is_a_touch_on_it_alone() -> None:
    session = make_session("718-982", 2019)
    for line in ("key PHONE", "tap PHONE > OPT", "tap PHONE > OPT > SET PHONE"):
        assert session.do(line).ok
    pages = [place.page for place in session.unit.state.places]
    session.do("sim insert no_pin")
    session.do("key APPS")
    session.do("tap PHONE > OPT > SET PHONE > Ringtone")  # from elsewhere: from the home screen
    assert session.screen.id == "ringtone"
    session.do("back")
    assert [place.page for place in session.unit.state.places] == pages
    session.unit.change(places=(*session.unit.state.places[:2], session.unit.state.place))
    session.do("tap PHONE > OPT > SET PHONE > Ringtone")
    assert len(session.unit.state.places) == 4, "it walked from the home screen"


def test_time_that_is_not_skipped_is_let_go_by() -> None:
    session = make_session("718-982", 2019)
    started = session.unit.state.now
    for line in ("settle off", "portal delay 0.8", "do link"):
        assert session.do(line).ok
    assert session.unit.state.now == started
    assert session.do("expect overlay checking").ok
    session.do("pass 0.7 s")
    assert session.do("state account").text == "not_linked"
    session.do("pass 0.3 s")
    assert session.do("state account").text == "logged_in"


def test_what_is_on_the_air_can_be_awaited_again() -> None:
    session = make_session("718-982", 2019)
    for line in ("settle off", "do link", "settle on"):
        assert session.do(line).ok
    assert session.do("state account").text == "logged_in"


def test_a_car_is_put_on_the_desk_with_nothing_on_the_air() -> None:
    session = make_session("718-982", 2019)
    session.do("settle off")
    session.do("model taycan-j1 2024")
    assert session.world.link.next_answer() is None


def test_a_face_without_a_recorder_says_so() -> None:
    session = make_session("718-982", 2019)
    assert session.do("record a.robot").text == "no recorder here: this face records nothing"
