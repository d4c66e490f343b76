"""The phones around the car as a driver sees them: pairing, its failures, profiles, hotspots."""

import pytest

from models.reasons import Reason
from pcm.headunit.report import describe_state, words_on
from pcm.headunit.session import Session
from tests.headunit.conftest import make_session

OTHER = "Telefono di Marco"
DEVICES = "tap PHONE > OPT > known_phones"

FAILURES = {
    "pairing_no_phone": ("phone range far", "tap pair_phone"),
    "pairing_phone_bluetooth_off": ("phone bluetooth off", "tap pair_phone"),
    "pairing_refused": ("phone accepts off", "tap pair_phone", "ok"),
    "pairing_refused_here": ("tap pair_phone", "cancel"),
    "pairing_mismatch": ("phone number mismatch", "tap pair_phone", "ok"),
    "pairing_out_of_range": ("tap pair_phone", "phone range far"),
    "pairing_carplay": ("tap pair_phone", "phone carplay on"),
    "pairing_no_answer": ("phone accepts never", "tap pair_phone", "ok", "pass 30 s"),
}


def say(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"


def known(session: Session, name: str) -> object:
    return describe_state(session)[name]


def paired(*lines: str) -> Session:
    """A 718 with the first phone connected."""
    session = make_session("718-982", 2020)
    say(session, "phone pair", *lines)
    return session


@pytest.mark.parametrize("key", FAILURES)
def test_each_way_in_which_pairing_fails_has_its_own_words(key: str) -> None:
    session = make_session("718-982", 2020)
    say(session, DEVICES, *FAILURES[key])
    assert known(session, "phones") == 0
    words = session.unit.view.texts.say(f"reason.{key}")
    if key == "pairing_carplay":
        assert known(session, "overlay") is None, "no question is left open"
    else:
        assert words in words_on(session.screen)
    assert len({session.unit.view.texts.say(f"reason.{each}") for each in FAILURES}) == 8


@pytest.mark.parametrize(
    ("verb", "key"), [("tap bluetooth", "bluetooth_off"), ("phone carplay on", "carplay_has_phone")]
)
def test_without_bluetooth_or_with_carplay_pairing_is_greyed(verb: str, key: str) -> None:
    session = make_session("718-982", 2020)
    say(session, DEVICES, verb)
    assert [shown.reason.key for shown in session.unit.why("pair_phone")] == [key]
    assert session.do("phone pair").refused


def test_a_driver_who_never_answers_is_asked_for_half_a_minute() -> None:
    session = make_session("718-982", 2020)
    say(session, DEVICES, "tap pair_phone", "pass 29 s", "expect overlay pairing", "pass 1 s")
    say(session, "expect overlay none")
    assert known(session, "phones") == 0


def test_an_owner_who_answers_late_still_pairs() -> None:
    session = make_session("718-982", 2020)
    say(session, DEVICES, "phone accepts never", "tap pair_phone", "ok", "pass 20 s")
    assert known(session, "phones") == 0
    say(session, "phone accepts on", "expect overlay none")
    assert known(session, "phones") == 1
    say(session, "phone forget", "phone accepts never", "tap pair_phone", "ok", "phone accepts off")
    assert session.unit.view.texts.say("reason.pairing_refused") in words_on(session.screen)


def test_ten_phones_are_kept_and_the_eleventh_is_refused_until_one_is_deleted() -> None:
    session = make_session("718-982", 2020)
    for number in range(10):
        say(session, f"phone use Guest {number}", "phone pair")
    say(session, "phone use Guest 10")
    refused = session.do("phone pair")
    assert refused.refused
    assert "10" in refused.text
    assert [s.reason.key for s in session.unit.why("pair_phone")] == ["phones_full"]
    say(session, DEVICES, "tap forget_phone", "phone pair")
    assert known(session, "phone_name") == "Guest 10"
    assert known(session, "phones") == 10


def test_a_touch_switches_from_one_phone_to_the_other_with_its_own_phone_book() -> None:
    session = paired(f"phone use {OTHER}", "phone pair", "pass 10 s", DEVICES)
    assert (known(session, "phone_name"), known(session, "contacts")) == (OTHER, 144)
    say(session, "tap known_phones_1")
    assert (known(session, "phone_name"), known(session, "contacts")) == ("iPhone di Giulia", 6)
    chosen = [row.label for row in session.screen.rows if row.value is True]
    assert chosen == ["Bluetooth", "iPhone di Giulia"]
    say(session, "tap forget_phone")
    assert (known(session, "phone_name"), known(session, "phone")) == (OTHER, "paired")


def test_a_large_phone_book_comes_bit_by_bit() -> None:
    session = make_session("718-982", 2020)
    say(session, f"phone use {OTHER}", "phone pair")
    sizes = [known(session, "contacts")]
    for _ in range(8):
        say(session, "pass 1 s")
        sizes.append(known(session, "contacts"))
    assert sizes == [20, 40, 60, 80, 100, 120, 140, 144, 144]


def test_a_phone_that_keeps_its_contacts_sends_none() -> None:
    session = make_session("718-982", 2020)
    say(session, "phone allow contacts off", "phone pair", "tap PHONE")
    assert known(session, "contacts") == 0
    row = next(row for row in session.screen.rows if row.id == "contacts")
    assert row.detail == session.unit.view.texts.say("book.none")
    say(session, "phone allow contacts on")
    assert known(session, "contacts") == 6


SWITCHES = {"telephone": "contacts", "media": "media_source_bluetooth", "messages": "messages"}


@pytest.mark.parametrize("profile", SWITCHES)
@pytest.mark.parametrize("by", ["here", "phone"])
def test_a_profile_is_switched_on_the_pcm_and_refused_by_the_phone(profile: str, by: str) -> None:
    session = paired(f"{DEVICES} > phone_details")
    off = f"tap phone_{profile}" if by == "here" else f"phone allow {profile} off"
    say(session, off)
    assert profile not in str(known(session, "phone_profiles"))
    assert known(session, "bluetooth") is True, "the other profiles go on"
    key = "profile_off" if by == "here" else "profile_refused"
    assert key in [shown.reason.key for shown in session.unit.why(SWITCHES[profile])]
    say(session, off.replace(" off", " on"))
    assert known(session, "phone_profiles") == "telephone,media,messages"
    assert session.unit.why(SWITCHES[profile]) == ()


def test_a_switch_belongs_to_its_phone_and_is_kept_with_it() -> None:
    session = paired(f"{DEVICES} > phone_details", "tap phone_messages")
    say(session, f"phone use {OTHER}", "phone pair")
    assert known(session, "phone_profiles") == "telephone,media,messages"
    say(session, "phone use iPhone di Giulia", "phone connect")
    assert known(session, "phone_profiles") == "telephone,media"


def test_messages_of_the_phone_stand_in_the_list_while_they_are_let_in() -> None:
    session = paired('phone message "A domani" "+39 055 555 0188"', "tap PHONE > messages")
    assert [row.label for row in session.screen.rows] == ["Marco Bianchi"]
    say(session, "phone allow messages off", 'phone message "Ancora uno"')
    assert len(session.unit.state.inbox) == 1


def test_nothing_of_one_phone_is_shown_with_another() -> None:
    session = paired('phone message "A domani" "+39 055 555 0188"', "phone use Guest")
    say(session, "phone allow telephone off", "phone pair")
    assert (known(session, "phone_name"), known(session, "contacts")) == ("Guest", 0)
    assert session.unit.state.inbox == ()


def test_media_of_the_phone_end_with_their_profile() -> None:
    session = paired(
        "tap MEDIA > media_source", "tap media_source_bluetooth", "phone allow media off"
    )
    assert session.unit.state.settings["media_source"] == "media_source_usb"


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ("phone range far", "phone range near"),
        ("phone battery 0", "phone battery 40"),
        ("phone bluetooth off", "phone bluetooth on"),
    ],
)
def test_a_phone_that_went_away_comes_back_by_itself(away: str, back: str) -> None:
    session = paired(away)
    assert known(session, "bluetooth") is False
    say(session, back)
    assert known(session, "bluetooth") is True
    say(session, "phone disconnect", away, back)
    assert known(session, "bluetooth") is False, "it was not connected before"


def test_a_phone_that_forgot_the_pcm_says_so_when_it_is_to_connect() -> None:
    session = paired(DEVICES, "tap disconnect_phone")
    session.world.phone.set_phone(paired=False)
    say(session, "tap connect_phone")
    words = session.unit.view.texts.say("reason.connect_forgotten", name="iPhone di Giulia")
    assert words in words_on(session.screen)


def test_battery_and_cable_of_the_phone_are_shown() -> None:
    session = paired("phone battery 15", "phone charging on", f"{DEVICES} > phone_details")
    row = next(row for row in session.screen.rows if row.id == "phone_battery")
    assert row.text == session.unit.view.texts.say("battery.charging", percent=15)
    header = session.screen.header
    assert (header.phone_battery, header.phone_charging) == (15, True)
    say(session, "phone disconnect")
    assert session.screen.header.phone_battery == -1


def test_the_hotspots_of_two_phones_are_told_apart() -> None:
    session = make_session("718-982", 2020)
    say(session, "phone hotspot join", f"phone use {OTHER}", "phone hotspot on")
    say(session, "tap PHONE > OPT > wifi_settings")
    say_words = session.unit.view.texts.say
    shown = {row.label: row.detail for row in session.screen.rows if row.label[:2] in ("Gi", "Ma")}
    assert shown == {
        "Giulia": say_words("network.joined"),
        "Marco in viaggio": say_words("network.new"),
    }
    say(session, "tap Marco in viaggio", "type wrong-password")
    assert session.do("ok").refused
    say(session, "cancel", "tap Marco in viaggio", "type @hotspot", "ok", "expect data hotspot")
    say(session, "phone use iPhone di Giulia", "phone hotspot off")
    say(session, f"phone use {OTHER}", "phone hotspot off")
    assert say_words("reason.hotspot_switched_off") in words_on(session.screen)
    shown = {row.label: row.detail for row in session.screen.rows if row.label[:2] in ("Gi", "Ma")}
    assert shown["Marco in viaggio"] == say_words("network.away")


def test_wifi_off_leaves_the_hotspot_and_wifi_on_joins_the_known_one() -> None:
    session = paired("phone hotspot on", "expect data hotspot", "tap PHONE > OPT > wifi_settings")
    say(session, "tap wifi")
    assert known(session, "data_refused")["hotspot"] == "wifi_off"  # type: ignore[index]
    say(session, "tap wifi", "expect data hotspot", "phone network none")
    assert known(session, "data_refused")["hotspot"] == "phone_no_network"  # type: ignore[index]


def test_an_empty_battery_takes_the_hotspot_with_it() -> None:
    session = paired("phone hotspot on", "expect data hotspot", "phone battery 0")
    assert known(session, "hotspot") == "out_of_range"
    say(session, "phone battery 30", "expect data hotspot")


def test_a_profile_that_the_phone_refuses_says_so_where_it_is_switched() -> None:
    session = paired("phone allow messages off", "tap PHONE > OPT > known_phones > phone_details")
    rows = {row.id: row for row in session.screen.rows}
    words = session.unit.view.words(Reason.of("profile_refused", profile="messages"))
    assert (rows["phone_messages"].detail, rows["phone_messages"].warning) == (words, True)
    assert rows["phone_telephone"].detail == ""
    say(session, "phone allow messages on")
    assert {row.id: row for row in session.screen.rows}["phone_messages"].detail == ""
