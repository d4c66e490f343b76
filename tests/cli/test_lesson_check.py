"""Broken lessons: all faults at once, each with file, line, key and the nearest right name."""

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from models.catalogue import find_car
from models.content import ContentError
from pcm.cli import asset_check
from pcm.cli.lesson_check import lesson_faults
from pcm.headunit.session import Session
from pcm.training import coach
from pcm.training.coach import LessonCoach
from pcm.training.lesson import LESSONS, load_lessons

LESSON = "roaming-why.yaml"


class Case(NamedTuple):
    name: str
    before: str
    after: str
    key: str
    told: str


CASES = (
    Case("a wrong key", "steps:", "stebs:", "stebs", "did you mean steps"),
    Case("a wrong source", "faq:189-191", "faq:9189", "source", "unknown source 'faq:9189'"),
    Case("a reason", "assumed: ways_page", "assumed: way_page", "steps[0].assumed", "ways_page"),
    Case("a country", "country: IT", "country: XQ", "country", "unknown country"),
    Case("a language lacks words", '  pt: "No estrangeiro', '  # "No', "title", "no words in pt"),
    Case(
        "a verb of the world", "[sim insert", "[sim insrt", "steps[1].world[0]", "mean sim insert"
    ),
    Case("a start", "[car ignition on, ", "[car ignitoin on, ", "start[0]", "mean car ignition"),
    Case("no touch", "do: [do roaming]", "do: [net none]", "steps[2].do[0]", "verb of the driver"),
    Case("a procedure", "[do roaming]", "[do roamin]", "steps[2].do[0]", "mean roaming"),
    Case("a menu id", "tap data_paths]", "tap dta_paths]", "steps[0].do[1]", "mean data_paths"),
    Case("a screen", "[screen data_paths]", "[screen dat_paths]", "steps[0].then[0]", "data_paths"),
    Case(
        "an overlay",
        "[screen data_paths]",
        "[overlay roaming_cst]",
        "steps[0].then[0]",
        "roaming_cost",
    ),
    Case("a state", "[state roaming on", "[state roming on", "steps[2].then[0]", "mean roaming"),
    Case(
        "an expectation", "state data inserted]", "stat data no]", "steps[2].then[1]", "mean state"
    ),
    Case("a path in words", "{path:roaming}", "{path:roming}", "steps[2].say.it", "mean roaming"),
    Case(
        "a label in words", "{label:roaming}", "{label:r0aming}", "steps[3].say.it", "mean roaming"
    ),
    Case(
        "braces of another kind", "{label:roaming}", "{labl:roaming}", "steps[3].say", "is neither"
    ),
    Case("an id twice", "id: untick", "id: tick", "steps[3].id", "'tick' is written twice"),
    Case(
        "do alone", "    then: [screen data_paths]\n", "", "steps[0]", "'do' and 'then' go together"
    ),
    Case(
        "a fit",
        '{pcm: ["6.0"]}',
        "{has: [vehicle_hotspt]}",
        "steps[0].for.has[0]",
        "vehicle_hotspot",
    ),
)


def broken(folder: Path, before: str, after: str) -> None:
    text = (LESSONS / LESSON).read_text("utf-8")
    assert before in text
    (folder / LESSON).write_text(text.replace(before, after), "utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_lesson_is_told(case: Case, tmp_path: Path) -> None:
    broken(tmp_path, case.before, case.after)
    told = "\n".join(map(str, lesson_faults(tmp_path)))
    assert f"{tmp_path / LESSON}:" in told
    assert f": {case.key}" in told
    assert case.told in told


def test_what_is_shipped_is_sound() -> None:
    assert len(CASES) == 20
    assert lesson_faults(LESSONS) == []


def test_all_faults_of_all_lessons_are_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(tmp_path, "tap data_paths]", "tap data_pahts]")
    (tmp_path / "empty.yaml").write_text("order: 1\n", "utf-8")
    monkeypatch.setattr(asset_check, "LESSONS", tmp_path)
    told = [str(fault) for fault in asset_check.check_assets()]
    assert sum("roaming-why.yaml" in line for line in told) == 2
    assert sum("empty.yaml" in line for line in told) >= 3


def test_the_verb_tells_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(tmp_path, "order: 250", "ordr: 250")
    monkeypatch.setattr(coach, "load_lessons", lambda: load_lessons(tmp_path))
    with pytest.raises(ContentError) as raised:
        load_lessons(tmp_path)
    with closing(Session(find_car("718-982"), 2019)) as session:
        LessonCoach(session)
        answer = session.do("lesson")
        assert not answer.ok
        assert answer.text == str(raised.value)
        assert f"{LESSON}:2: ordr" in answer.text
        assert "did you mean order" in answer.text
