"""A lesson about a refusal: the touch that is refused for the step's own reason is part of it."""

from contextlib import closing

import pytest

from models.catalogue import find_car
from models.errors import PcmError
from pcm.headunit.session import Session
from pcm.training.coach import LessonCoach
from pcm.training.lesson import find_lesson
from pcm.training.plan import derive_plan


@pytest.mark.parametrize(("car", "year"), [("718-982", 2019), ("taycan-j1", 2022)])
def test_a_lesson_goes_through_refusals_to_its_end(car: str, year: int) -> None:
    with closing(Session(find_car(car), year)) as session:
        coach = LessonCoach(session)
        session.do("lesson link-fails guide")
        seen = 0
        while (coaching := coach.coaching) and not coaching.over:
            answer = session.do("lesson step")
            assert answer.ok, answer.text
            seen += 1
        assert seen > 20
        result = coach.results[-1]
        assert [step.done for step in result.steps] == [True] * len(result.steps)
        assert [step.wrong for step in result.steps] == [0] * len(result.steps)


def test_an_entry_tells_its_problem() -> None:
    with closing(Session(find_car("718-982"), 2019)) as session:
        session.do("open link")
        assert session.do("expect problem none").ok
        session.do("type @wrong 8")
        session.do("ok")
        assert session.do("expect problem link_unknown_code").ok
        answer = session.do("expect problem no_network")
        assert answer.failed
        assert "it is 'link_unknown_code'" in answer.text


def test_any_other_refusal_is_a_fault_of_the_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = find_lesson("link-fails")
    step = lesson.steps[0].model_copy(update={"then": ("problem link_code_replaced",)})
    other = lesson.model_copy(update={"steps": (step,)})
    monkeypatch.setattr("pcm.training.plan.find_lesson", lambda _: other)
    with (
        closing(Session(find_car("718-982"), 2019)) as session,
        pytest.raises(PcmError) as told,
    ):
        derive_plan("link-fails", session)
    assert str(told.value).count("link-fails.yaml:") == 1
    assert "steps[0].do[2]" in str(told.value)
