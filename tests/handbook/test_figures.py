"""What a figure shows: rings where the rows stand, dots for secrets, what is typed in one go."""

from __future__ import annotations

import json

from PySide6.QtGui import QGuiApplication

from pcm.handbook.figures import FIELD, derive_figures
from pcm.headunit.screen import Entry
from pcm.headunit.session import Session
from pcm.qa.pictures.picture import open_picture
from pcm.training.plan import PlannedStep, derive_plan
from pcm.training.touch import derive_touch, single_lines
from pcm.ui.areas import KEY
from pcm.ui.marked import paint_marked
from pcm.ui.painter import Painter
from pcm.ui.rings import LIGHT
from tests.handbook.conftest import car_session

RING = (LIGHT.red(), LIGHT.green(), LIGHT.blue())
Areas = dict[str, list[list[int]]]


def test_a_ring_stands_where_the_row_is_drawn(qapp: QGuiApplication, car: str) -> None:
    painter, seen = Painter(), 0
    for step in derive_plan("link", car_session(car)).steps:
        for figure in derive_figures(step):
            marked = paint_marked(figure.screen, tuple(deed.items for deed in figure.deeds))
            areas: Areas = json.loads(painter.picture(figure.screen).text(KEY))
            for deed, box in zip(figure.deeds, marked.boxes, strict=True):
                assert box, deed.items
                drawn = [areas[name] for name in deed.items if name in areas]
                if not marked.device:
                    assert list(box) in drawn[0], deed.items
                    seen += 1
    assert seen >= 5


def test_the_ring_and_its_number_are_in_the_picture(qapp: QGuiApplication) -> None:
    (step, *_) = derive_plan("link", car_session("718-982")).steps
    figure = derive_figures(step)[0]
    marked = paint_marked(figure.screen, (figure.deeds[0].items,))
    bare = paint_marked(figure.screen, ())
    (box,) = marked.boxes
    assert box
    x, y, _, height = box
    at = (x - 3, y + height // 2)
    assert open_picture(marked.png).image.getpixel(at) == RING
    assert open_picture(bare.png).image.getpixel(at) != RING
    other = paint_marked(figure.screen, (figure.deeds[0].items,), first=2)
    assert other.png != marked.png


def test_a_key_beside_the_display_shows_the_whole_device(qapp: QGuiApplication) -> None:
    (step, *_) = derive_plan("link", car_session("718-982")).steps
    pictures = {
        figure.deeds[0].words: paint_marked(figure.screen, (figure.deeds[0].items,))
        for figure in derive_figures(step)
    }
    assert pictures["press"].device
    assert not pictures["touch"].device
    assert pictures["press"].width > pictures["touch"].width == 800


def test_a_row_below_the_edge_is_scrolled_into_the_picture(qapp: QGuiApplication) -> None:
    session = car_session("cayenne-9y0")
    assert session.do("tap SET").ok
    last = session.screen.rows[-1].id
    unseen = json.loads(Painter().picture(session.screen).text(KEY))
    assert last not in unseen
    (box,) = paint_marked(session.screen, ((last,),)).boxes
    assert box
    assert box[1] + box[3] <= 720


def test_what_is_typed_is_one_figure_with_its_ok(car: str) -> None:
    step = derive_plan("link", car_session(car)).steps[-1]
    figures = derive_figures(step)
    touched = [touch for touch in step.touches if not touch.typed]
    assert len(figures) == len(touched)
    assert all(figure.deeds[0].items[0] == FIELD for figure in figures)
    numbers = [figure.first + index for figure in figures for index in range(len(figure.deeds))]
    assert numbers == list(range(1, 2 * len(figures) + 1))


def test_codes_and_passwords_are_dots(car: str) -> None:
    session = car_session(car)
    secrets, fields = session.world.secrets, []
    for step in derive_plan("link", session).steps:
        for figure in derive_figures(step):
            assert secrets.search(repr(figure)) is None
            overlay = figure.screen.overlay
            if isinstance(overlay, Entry):
                assert secrets.search(overlay.shown) is None
                fields.append((overlay.id, set(overlay.shown)))
    hidden = {name for name, signs in fields if signs == {"•"}}
    assert hidden == ({"password", "security_code"} if car == "taycan-j1" else {"pairing_code"})


def planned(session: Session, *lines: str) -> PlannedStep:
    """A step of these lines, carried out on the car."""
    before, touches = session.screen, []
    for line in lines:
        for single in single_lines(session, line):
            touches.append(derive_touch(session, single))
            assert session.do(single).ok, single
    return PlannedStep("", (), (), "", "", (), "", tuple(touches), before, session.screen)


def test_a_step_without_a_touch_has_no_figure() -> None:
    assert derive_figures(planned(car_session("718-982"))) == ()


def test_each_touch_that_opens_something_is_a_figure(qapp: QGuiApplication) -> None:
    session = car_session("718-982")
    assert session.do("sim insert no_pin").ok
    figures = derive_figures(planned(session, "open roaming", "ok"))
    said = [(deed.words, deed.label) for figure in figures for deed in figure.deeds]
    assert said == [
        ("touch", "PHONE"),
        ("press", "OPT"),
        ("touch", "SET PHONE"),
        ("touch", "Roaming"),
        ("touch", "Attiva"),
    ]
    assert [figure.first for figure in figures] == [1, 2, 3, 4, 5]
    for figure in figures:
        assert paint_marked(figure.screen, (figure.deeds[0].items,)).boxes != (None,)


def test_turns_of_a_knob_are_counted_and_its_frame_is_drawn(qapp: QGuiApplication) -> None:
    figures = derive_figures(planned(car_session("718-982"), "knob right 3", "knob press"))
    assert [(f.deeds[0].words, f.deeds[0].times) for f in figures] == [
        ("knob_right", 3),
        ("knob_press", 1),
    ]
    assert all(figure.screen.focus for figure in figures)
    marked = paint_marked(figures[0].screen, (figures[0].deeds[0].items,))
    assert marked.device
    assert marked.boxes[0]


def test_what_is_no_secret_is_told(qapp: QGuiApplication) -> None:
    figures = derive_figures(planned(car_session("718-982"), "tap phone", "type 123"))
    deed = figures[-1].deeds[0]
    assert (deed.words, deed.label) == ("type", "123")
    assert isinstance(figures[-1].screen.overlay, Entry)
    assert figures[-1].screen.overlay.shown == "123"


def test_keys_of_a_side_bar_are_touched_not_pressed() -> None:
    session = car_session("cayenne-9y0")
    figures = derive_figures(planned(session, "key SET", "key BACK"))
    assert [figure.deeds[0].words for figure in figures] == ["touch", "press"]
