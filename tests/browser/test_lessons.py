"""A lesson in the browser: begun in the window's menu by touch, and followed to its end."""

from playwright.sync_api import expect

from pcm.training.coach import LessonCoach
from pcm.training.coaching import Coaching
from tests.browser.conftest import Profile, Start, Touch
from tests.browser.twin import Twin

MOST_TOUCHES = 40


def coaching_of(finger: Twin) -> Coaching:
    coach = finger.session.coach
    assert isinstance(coach, LessonCoach)
    assert coach.coaching
    return coach.coaching


def test_guided_to_the_end(start: Start, profile: Profile, touch: Touch) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "it")
    unit = profile(program).open_unit()
    finger = touch(unit, "718-982", 2018)
    finger.touch("bench_lessons")
    finger.touch("lesson_link")
    finger.touch("lesson_guide")
    finger.agree()
    for _ in range(MOST_TOUCHES):
        coaching = coaching_of(finger)
        if coaching.over:
            break
        if coaching.done or coaching.explains:
            finger.touch("coach_next")
        else:
            name = next(name for name in coaching.items if finger.shown(name))
            finger.touch(name)
        finger.agree()
    coaching = coaching_of(finger)
    assert coaching.over
    assert (coaching.touches, coaching.wrong, coaching.hints) == (coaching.shortest, 0, 0)
    finger.sees("coach_card")
    expect(unit.locator("#mirror")).to_contain_text(coaching.title)
    finger.touch("coach_close")
    finger.agree()
    assert program.end() == ""


def test_a_phone_shows_the_lesson_below_the_display(start: Start, profile: Profile) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "it")
    phone = {"width": 390, "height": 844}
    unit = profile(program, viewport=phone, has_touch=True, is_mobile=True).open_unit()
    unit.locator("[data-line='lesson link guide']").tap()
    said = unit.locator("[data-part=lesson]")
    expect(said).to_contain_text("Collegare la vettura · Passo 1 di 2")
    stage, words = unit.locator("#stage").bounding_box(), said.bounding_box()
    assert stage
    assert words
    assert stage["width"] == phone["width"]
    assert stage["y"] + stage["height"] <= words["y"]
    assert words["y"] + words["height"] < phone["height"]
    unit.locator("[data-line='key APPS']").tap()
    unit.locator("[data-line='lesson stop']").tap()
    expect(said).to_be_empty()
    assert program.end() == ""
