"""The page of lessons' results: who did what how well, in the head unit's language, escaped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from models.catalogue import LANGUAGES
from pcm.handbook.report import lesson_report_page
from pcm.handbook.words import load_words
from pcm.training.result import Result, StepResult
from tests.handbook.pages import read_page

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    StepResult(
        "open", "Open it.", touches=6, shortest=4, wrong=1, hints=2, seconds=75.4, done=True
    ),
    StepResult("answer", "Answer it.", touches=3, shortest=9, seconds=4),
)
ANNA = Result(
    "link", "Link your car", "Anna", "try", "718-982", "718", 2018, "4.0", "IT", "en", 1, STEPS
)
DONE = replace(STEPS[1], touches=9, done=True)
BRUNO = replace(ANNA, trainee="Bruno", mode="guide", steps=(STEPS[0], DONE))


def test_each_trainee_has_a_line_with_the_sums() -> None:
    page = read_page(lesson_report_page([ANNA, BRUNO]))
    assert page.faults == []
    words = " | ".join(page.words)
    assert "Anna | 718, 2018, PCM 4.0 | alone | ✗ | no | 9 of at least 13 | 1 | 2 | 1:19" in words
    assert "Bruno | 718, 2018, PCM 4.0 | guided | ✓ | yes | 15 of at least 13 | 1 | 2" in words


def test_each_step_is_told_with_its_own_numbers() -> None:
    words = " | ".join(read_page(lesson_report_page([ANNA])).words)
    assert "Open it. | ✓ | yes | 6 of at least 4 | 1 | 2 | 1:15" in words
    assert "Answer it. | ✗ | no | 3 of at least 9 | 0 | 0 | 0:04" in words


def test_the_bar_shows_what_was_needed_and_what_was_more() -> None:
    widths = read_page(lesson_report_page([BRUNO])).of("i", "style")
    assert widths[:2] == ["width:86.7%", "width:13.3%"]
    assert len(widths) == 6


def test_lessons_stand_under_their_own_heading() -> None:
    other = replace(ANNA, lesson="roaming", title="Roaming")
    page = read_page(lesson_report_page([ANNA, other, BRUNO]))
    assert [word for word in page.words if word in ("Link your car", "Roaming")] == [
        "Link your car",
        "Roaming",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_head_unit(language: str) -> None:
    page = read_page(lesson_report_page([replace(ANNA, language=language, trainee="")]))
    assert page.of("html", "lang") == [language]
    for key in ("report_title", "nobody", "mode_try", "wrong"):
        assert load_words().words[key][language] in page.words


def test_a_name_is_words_never_a_tag() -> None:
    page = read_page(lesson_report_page([replace(ANNA, trainee="<img src=x onerror=alert(1)>")]))
    assert page.of("img", "src") == []
    assert "<img src=x onerror=alert(1)>" in page.words


def test_a_person_at_the_console_gets_the_page_and_json(tmp_path: Path) -> None:
    page, data = tmp_path / "report.html", tmp_path / "report.json"
    script = f"lesson link try as Anna\nlesson report {page}\nlesson report {data}\n"
    command = [sys.executable, "-m", "pcm.cli", "--console", "--strict", "--language", "de"]
    done = subprocess.run(
        command, input=script, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Ergebnisse der Lektionen" in page.read_text("utf-8")
    assert json.loads(data.read_text("utf-8"))["results"][0]["trainee"] == "Anna"


def test_jinja_is_loaded_for_a_page_alone(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from models.catalogue import find_car\n"
        "from pcm.cli.desk import offer_lessons\n"
        "from pcm.headunit.session import Session\n"
        "session = Session(find_car('718-982', 2018), 2018, 'IT', 'it')\n"
        "offer_lessons(session)\n"
        "assert session.do('lesson link').ok\n"
        "assert 'jinja2' not in sys.modules\n"
        f"assert session.do('lesson report {tmp_path / 'report.html'}').ok\n"
        "assert 'jinja2' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
