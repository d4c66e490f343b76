"""Words that must be read in full: the account at a glance, and the tiles of the home screens."""

import pytest

from menus.node import Layout
from models.catalogue import LANGUAGES, Languages, find_car
from pcm.headunit.screen import Dialog
from pcm.headunit.session import Session
from tests.ui.screens import page
from tests.ui.stage import Stage

ACCOUNT = (
    "tap settings > account > set_up_account",
    "type @email",
    "ok",
    "type @password",
    "ok",
    "type @security-code",
    "ok",
    "pass 5 s",
    "home",
)
STATES: dict[str, tuple[str, ...]] = {
    "signed_out": (),
    "no_network": ("net none", "pass 5 s"),
    "signed_in": ACCOUNT,
    "signed_in_no_network": (*ACCOUNT, "net none", "pass 5 s"),
}
HOMES = (("718-982", 2018), ("panamera-971.1", 2018), ("cayenne-9y0", 2019), ("taycan-j1", 2024))


def cut_words(stage: Stage) -> list[str]:
    """Visible words that do not fit their place."""
    return [
        str(item.property("text"))
        for item in stage.items()
        if item.inherits("QQuickText") and item.property("truncated")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_the_account_is_read_in_full(stage: Stage, language: Languages, state: str) -> None:
    session = Session(find_car("taycan-j1", 2024), 2024, "IT", language)
    for verb in STATES[state]:
        answer = session.do(verb)
        assert answer.ok, answer.text
    assert session.screen.layout is Layout.HOME
    stage.show(session.screen)
    assert cut_words(stage) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("car", HOMES, ids=[car for car, _ in HOMES])
def test_home_screens_are_read_in_full(
    stage: Stage, car: tuple[str, int], language: Languages
) -> None:
    found = find_car(*car)
    stage.show(Session(found, car[1], "IT", language).screen)
    assert cut_words(stage) == []


def test_a_long_text_message_is_read_in_full(stage: Stage) -> None:
    session = Session(find_car("718-982", 2020), 2020, "IT", "it")
    text = "Una frase piuttosto lunga che si ripete. " * 20
    for verb in ("sim insert no_pin", f'sms in "{text}"', "tap PHONE > messages"):
        assert session.do(verb).ok
    assert session.do("tap messages_1").ok
    stage.show(session.screen)
    shown = [str(item.property("text")) for item in stage.items() if item.inherits("QQuickText")]
    assert text in shown
    assert cut_words(stage) == []


@pytest.mark.parametrize("pcm", ["4.0", "4.1", "5.0", "6.0"])
def test_a_message_leaves_the_buttons_of_a_dialog_free(stage: Stage, pcm: str) -> None:
    text = "Una frase piuttosto lunga che si ripete. " * 20
    dialog = Dialog("text_message", "Messaggio", text, "OK")
    stage.show(page(pcm, overlay=dialog, toast="Messaggio da Anna Conti"))
    toast, button = (
        item.mapRectToScene(item.boundingRect())
        for item in (stage.find("toast"), stage.find("overlay_ok"))
    )
    assert not toast.intersects(button)
