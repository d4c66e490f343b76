"""The panel beside the screen can do what the verbs can: no wire is out of the mouse's reach."""

from models.catalogue import find_car
from pcm.headunit.bench import Switch, derive_bench
from pcm.headunit.session import Session


def touch(session: Session, id_: str, word: str = "") -> str:
    """What the panel's row does; `word` is the option or text of it."""
    switch = find_switch(session, id_)
    assert switch.enabled, switch.reason
    if switch.kind == "choice":
        assert word in dict(switch.options), f"{id_} offers {dict(switch.options)}"
    answer = session.do(switch.verb.format(word))
    assert answer.ok, answer.text
    return answer.text


def find_switch(session: Session, id_: str) -> Switch:
    return next(s for s in derive_bench(session) if s.id == f"bench_{id_}")


def start(car: str, year: int) -> Session:
    return Session(find_car(car), year, language="en")


def test_a_function_is_bought_and_installed_from_the_panel() -> None:
    session = start("taycan-j1", 2022)
    for line in (
        "tap Settings > Account > Set up account",
        *("type @email", "ok", "type @password", "ok", "type @security-code", "ok"),
    ):
        assert session.do(line).ok
    touch(session, "buy", "range_manager")
    touch(session, "purchases", "fail range_manager restricted")
    touch(session, "pass", "1 min")
    for line in ("ok", "tap functions_1", "ok", "ok"):
        assert session.do(line).ok
    touch(session, "plug", "in")
    touch(session, "plug", "out")
    touch(session, "ignition", "off")
    touch(session, "doors", "open")
    touch(session, "doors", "closed")
    touch(session, "lock", "lock")
    touch(session, "pass", "10 min")
    touch(session, "pass", "1 min")
    assert session.do("state function_range_manager").text == "failed"


def test_a_service_is_cancelled_in_the_panel_and_expires() -> None:
    session = start("718-982", 2020)
    for line in (
        *("tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code", "type @code", "ok"),
    ):
        assert session.do(line).ok
    assert session.do("state service_online_radio").text == "active"
    touch(session, "bookings", "cancel online_radio")
    assert "cancel online_radio" not in dict(find_switch(session, "bookings").options)
    touch(session, "pass", "365 d")
    assert session.do("state service_online_radio").text == "expired"


def test_a_message_of_the_bus_is_silenced_in_the_panel_and_comes_back() -> None:
    session = start("718-982", 2020)
    touch(session, "bus", "silent ESP_01")
    touch(session, "pass", "1 min")
    assert session.do("state can_lost").text == "ESP_01"
    assert find_switch(session, "bus").value == "ESP_01"
    touch(session, "bus", "on")
    assert session.do("state can_lost").text == "none"


def test_a_pairing_fails_by_the_number_and_by_what_the_phone_allows() -> None:
    session = start("718-982", 2020)
    touch(session, "phone_number", "mismatch")
    assert session.do("phone pair").text == "The numbers differ: no phone was paired"
    touch(session, "phone_number", "match")
    touch(session, "phone_accepts", "off")
    assert session.do("phone pair").text == "The phone refused the pairing"
    touch(session, "phone_accepts", "on")
    touch(session, "phone_allow", "messages off")
    touch(session, "pair")
    assert session.do("state phone_profiles").text == "telephone,media"
    touch(session, "phone_allow", "messages on")
    assert session.do("state phone_profiles").text == "telephone,media,messages"
    touch(session, "phone_radio", "off")
    assert session.do("state phone").text != "connected"


def test_every_option_of_the_panel_is_a_verb_that_is_understood() -> None:
    """Refused it may be, but never unknown or wrong."""
    session, tried = start("718-982", 2020), 0
    session.do("preset service_ordered")
    session.do("save before")
    for switch in derive_bench(session):
        for word, _ in switch.options if switch.kind == "choice" else ():
            if switch.id in ("bench_car", "bench_country", "bench_account_country"):
                continue
            answer = session.do(switch.verb.format(word))
            wrong = [w for w in ("usage", "unknown", "is not one of") if w in answer.text]
            assert wrong == [], (switch.id, word)
            session.do("restore before")
            tried += 1
    assert tried >= 100
