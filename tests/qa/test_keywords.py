"""The library: a keyword for every verb, words for what fails, no secret in a report."""

import inspect
from collections.abc import Iterator

import pytest
from robot.libdocpkg import LibraryDocumentation

from pcm.headunit.verbs import VERBS
from pcm.qa.keywords.keyword import KeywordError
from pcm.qa.library import HeadUnit
from pcm.qa.naming import EXPECTED, NO_KEYWORD, keyword_of, split_line


@pytest.fixture
def unit() -> Iterator[HeadUnit]:
    made = HeadUnit("718-982", 2019, language="en")
    yield made
    made.close()


def documented() -> dict[str, str]:
    return {
        keyword.name: keyword.doc for keyword in LibraryDocumentation("pcm.qa.HeadUnit").keywords
    }


def test_every_verb_has_its_keyword_with_its_help() -> None:
    wanted = {keyword_of(verb) for verb in VERBS if verb not in NO_KEYWORD}
    wanted |= {keyword_of(f"expect {what}") for what in EXPECTED}
    found = documented()
    assert len(wanted) > 80
    assert wanted - set(found) == set()
    assert set(found) - wanted <= {"Expect Refused", "Verb", "Picture Should Match"}
    assert [name for name, doc in found.items() if "Example:" not in doc] == []


def test_no_part_of_the_library_is_a_keyword_by_accident() -> None:
    known = set(documented())
    public = {n for n, _ in inspect.getmembers(HeadUnit, inspect.isfunction) if n[0] != "_"}
    inside = {name for name in public if name.replace("_", " ").title() not in known}
    assert inside == {"close", "do_line", "renew", "take"}


@pytest.mark.parametrize(
    ("line", "keyword", "rest"),
    [
        ("car ignition on", "Car Ignition", "on"),
        ("net abroad CH LTE", "Network Is", "abroad CH LTE"),
        ("pass 10 min", "Pass Time", "10 min"),
        ("expect no row Roaming", "Expect No Row", "Roaming"),
        ("expect screen home", "Screen Should Be", "home"),
        ("portal delete-account", "Portal Delete Account", ""),
    ],
)
def test_a_verb_line_as_keyword(line: str, keyword: str, rest: str) -> None:
    assert split_line(line) == (keyword, rest)


def test_what_fails_says_why_what_is_near_and_what_is_there(unit: HeadUnit) -> None:
    unit.key("PHONE")
    with pytest.raises(KeywordError) as failed:
        unit.tap("Romaing")
    assert "unknown row 'Romaing'; did you mean roaming" in str(failed.value)
    assert "On the screen: PHONE: Call, Contacts" in str(failed.value)


def test_the_way_of_another_car_is_told_in_this_one() -> None:
    taycan = HeadUnit("taycan-j1", language="en")
    with pytest.raises(KeywordError) as failed:
        taycan.tap("APPS > OPT > Login Porsche Connect > Enter pairing code")
    assert "Settings > Account > Set up account; a flow for every car says: Do    link" in str(
        failed.value
    )
    with pytest.raises(KeywordError, match="'roaming', which this car does not have"):
        taycan.tap("PHONE > OPT > SET PHONE > Roaming")
    with pytest.raises(KeywordError) as failed:
        taycan.tap("PHONE > OPT > Nothing")
    assert "Do    " not in str(failed.value)
    taycan.close()


def test_a_refusal_is_expected_with_its_reason(unit: HeadUnit) -> None:
    unit.tap("APPS > OPT > Login Porsche Connect")
    unit.tap("enter_pairing_code")
    unit.type("00000000")
    assert unit.expect_refused("ok", "link_unknown_code")
    with pytest.raises(KeywordError, match="for 'moving'; it is for 'link_unknown_code'"):
        unit.expect_refused("ok", "moving")
    with pytest.raises(KeywordError, match="to be refused; it was done"):
        unit.expect_refused("home")
    with pytest.raises(KeywordError, match="unknown verb"):
        unit.expect_refused("hoem")


def test_a_secret_answers_as_one(unit: HeadUnit) -> None:
    code = unit.portal_code()
    assert len(code.value) == 8
    assert code.value not in repr(code) + str(code)
    unit.tap("APPS > OPT > Login Porsche Connect")
    unit.tap("enter_pairing_code")
    unit.type(code)
    with pytest.raises(KeywordError) as failed:
        unit.expect_text(code.value[::-1] + "x")
    assert code.value not in str(failed.value)
    unit.ok()
    unit.expect_state("account", "logged_in")


def test_a_procedure_goes_the_cars_own_way() -> None:
    for car, page in (("718-982", "login_porsche_connect"), ("taycan-j1", "account")):
        unit = HeadUnit(car)
        unit.do("link")
        unit.expect_state("account", "logged_in")
        assert unit.state("screen") == page
        with pytest.raises(KeywordError, match="unknown procedure 'lnik'; did you mean link"):
            unit.do("lnik")
        unit.close()
