"""The worlds in which the crawler visits a car (assets/world/crawl.yaml), and putting one up."""

from functools import cache
from pathlib import Path

from models.content import Content, load_content
from pcm.qa.crawl.notes import Notes

CRAWL_FILE = Path(__file__).resolve().parents[3] / "assets" / "world" / "crawl.yaml"
EITHER = " | "
MOST_ANSWERS = 8
SETTLE = "pass 10 s"
"""Longer than a message stands."""


class World(Content):
    """needs: a feature of car and country; real_time: nothing is awaited, waiting is seen."""

    en: str
    verbs: tuple[str, ...]
    needs: str = ""
    real_time: bool = False


class CrawlFile(Content):
    """crawl.yaml."""

    worlds: dict[str, World]


@cache
def load_worlds() -> dict[str, World]:
    return load_content(CRAWL_FILE, CrawlFile).worlds


def put_up(notes: Notes, world: World) -> tuple[tuple[str, str], ...]:
    """Do the world's verbs, answer what came of them and note it, go home.

    Returns the verbs that this car does not have, with its answers.
    """
    notes.session.real_time = False
    done = [(line, _do_either(notes, line)) for line in world.verbs]
    for line in (SETTLE, "home"):
        notes.do(line)
        notes.see_overlay((line,))
        _dismiss(notes)
    notes.session.real_time = world.real_time
    return tuple((line, answer) for line, answer in done if answer)


def _do_either(notes: Notes, line: str) -> str:
    """The car's answer to the last way when it has none of them; a refusal is no lack."""
    told = ""
    for way in line.split(EITHER):
        answer = notes.do(way)
        notes.see_overlay((way,))
        if answer.ok or answer.refused:
            return ""
        told = answer.text
    return told


def _dismiss(notes: Notes) -> None:
    """Answer what is open, by cancelling where that is possible."""
    for _ in range(MOST_ANSWERS):
        if notes.session.screen.overlay is None:
            return
        if not notes.do("cancel").ok:
            notes.do("ok")
