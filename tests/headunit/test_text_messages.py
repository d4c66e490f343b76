"""Text messages in the menus: announced, counted, listed, read; kept as long as their source."""

import shlex

from connectivity.inbox import KEPT, Source
from connectivity.messages.telephony import TextMessage
from pcm.headunit.session import Session
from pcm.headunit.text_messages import take_text
from tests.headunit.conftest import make_session


def say(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, (line, answer.text)


def with_card() -> Session:
    session = make_session("718-982", 2020, "IT", "en")
    say(session, "sim insert no_pin")
    return session


def send(session: Session, text: str, sender: str = "+390495550199") -> None:
    say(session, f"sms in {shlex.quote(text)} {shlex.quote(sender)}")


def test_a_message_is_announced_and_listed_with_sender_text_and_time() -> None:
    session = with_card()
    say(session, "pass 5 min")
    send(session, "Tyres are ready")
    assert session.screen.toast == "Message from +390495550199"
    say(session, "tap PHONE > messages")
    row = session.screen.rows[-1]
    assert (row.label, row.text, row.detail) == ("+390495550199", "10:47", "Tyres are ready")


def test_the_newest_message_stands_first() -> None:
    session = with_card()
    send(session, "first")
    send(session, "second")
    say(session, "tap PHONE > messages")
    assert [row.detail for row in session.screen.rows] == ["second", "first"]


def test_unread_messages_are_counted_until_they_are_read() -> None:
    session = with_card()
    send(session, "one")
    send(session, "two")
    assert next(row for row in session.screen.rows if row.id == "phone").badge == "2"
    say(session, "tap PHONE > messages", "tap messages_1")
    assert session.screen.overlay
    assert session.screen.overlay.id == "text_message"
    say(session, "expect text two", "ok", "expect state unread 1", "expect state messages 2")


def test_a_known_number_is_shown_by_its_name() -> None:
    session = with_card()
    say(session, "phone pair")
    send(session, "Ciao", "+39065550101")
    assert session.screen.toast == "Message from Anna Conti"


def test_messages_go_with_their_card() -> None:
    session = with_card()
    send(session, "secret of this card")
    say(session, "sim remove", "expect state messages 0", "sim insert voice_only")
    say(session, "tap PHONE > messages")
    assert session.screen.rows == ()


def test_without_card_and_phone_the_entry_says_why() -> None:
    session = make_session("718-982", 2020, "IT", "en")
    say(session, "key PHONE")
    row = next(row for row in session.screen.rows if row.id == "messages")
    assert not row.enabled
    assert row.reasons[0].reason.key == "no_phone_connected"


def test_announcements_can_be_switched_off() -> None:
    session = make_session("taycan-j1", 2024, "IT", "en")
    say(session, "phone pair", "tap phone > phone_settings > message_announcement")
    take_text(session.unit, TextMessage("+391", "quiet"), Source.PHONE)
    assert "quiet" not in session.screen.toast
    assert "+391" not in session.screen.toast
    say(session, "expect state unread 1")


def test_hostile_messages_are_kept_short_and_printable() -> None:
    session = with_card()
    for n in range(KEPT + 5):
        text = f"{n}\x00\x1b[31m{{sender}}" + "x" * 5000
        take_text(session.unit, TextMessage("\x07{0}", text), Source.SIM)
    say(session, f"expect state messages {KEPT}", "tap PHONE > messages", "tap messages_1")
    assert session.screen.overlay
    words = session.screen.overlay.title + getattr(session.screen.overlay, "text", "")
    assert "[31m" in words
    assert words.isprintable()


def test_a_factory_reset_forgets_messages() -> None:
    session = with_card()
    send(session, "gone")
    session.unit.factory_reset()
    say(session, "expect state messages 0")


def test_a_long_message_is_shown_whole() -> None:
    session = with_card()
    send(session, "lang " * 80)
    say(session, "expect state messages 1", "tap PHONE > messages", "tap messages_1")
    assert session.screen.overlay
    assert getattr(session.screen.overlay, "text", "") == "lang " * 80


def test_a_message_waits_until_the_card_is_open() -> None:
    session = make_session("718-982", 2020, "IT", "en")
    assert not session.do("sms in hello").ok
    say(session, "sim insert standard", "sms in hello", "expect state messages 0")
    say(session, "type @pin", "ok", "expect state messages 1", "sms sent")
