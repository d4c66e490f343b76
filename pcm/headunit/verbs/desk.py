"""The verbs of the desk: which car stands on it, what is kept and put back, prepared worlds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.catalogue import LANGUAGES, Car, find_car
from models.content import Content, load_content
from models.errors import PcmError, UnknownNameError
from models.markets import find_market
from pcm.headunit.verbs.verb import Run, choose, number, on_off

if TYPE_CHECKING:
    from pcm.headunit.session import Session

PRESETS_FILE = Path(__file__).resolve().parents[3] / "assets" / "world" / "presets.yaml"


class Preset(Content):
    en: str
    verbs: tuple[str, ...]


class PresetsFile(Content):
    """presets.yaml."""

    presets: dict[str, Preset]


def _preset(session: Session, rest: str) -> str:
    presets = load_content(PRESETS_FILE, PresetsFile).presets
    name = choose("preset", rest, presets)
    for line in presets[name].verbs:
        answer = session.do(line)
        if not answer.ok:
            raise PcmError(f"preset {name}: {line}: {answer.text}")
    return presets[name].en


def _reset(session: Session, rest: str) -> str:
    setup = session.setup
    language = session.unit.state.language
    session.put_on_desk(setup.car, setup.year, setup.market.code, language, fresh=True)
    return f"{setup.car.name}, {setup.year}, as delivered"


def _save(session: Session, rest: str) -> str:
    if not rest.strip():
        raise PcmError("usage: save NAME")
    session.save(rest.strip())
    return f"saved as {rest.strip()}"


def _restore(session: Session, rest: str) -> str:
    if rest.strip() not in session.saved:
        raise UnknownNameError("saved state", rest.strip(), session.saved)
    session.restore(rest.strip())
    return f"restored {rest.strip()}"


def _model(session: Session, rest: str) -> str:
    words = rest.split()
    if not words:
        raise PcmError("usage: model CAR [YEAR]")
    year = _year_of(words.pop()) if len(words) > 1 and words[-1].isdigit() else None
    car = find_car(" ".join(words), year)
    low, high = car.years
    return _put_on_desk(session, car, year or min(max(session.setup.year, low), high))


def _year_of(word: str) -> int:
    return int(number("year", word, 1900, 2100))


def _year(session: Session, rest: str) -> str:
    year = _year_of(rest)
    return _put_on_desk(session, find_car(session.setup.car.id, year), year)


def _put_on_desk(session: Session, car: Car, year: int) -> str:
    session.put_on_desk(car, year, session.setup.market.code, session.unit.state.language)
    return f"{car.name}, {year}, PCM {car.pcm}"


def _country(session: Session, rest: str) -> str:
    market, setup = find_market(rest), session.setup
    session.put_on_desk(setup.car, setup.year, market.code, session.unit.state.language)
    return market.names["en"]


def _language(session: Session, rest: str) -> str:
    language = choose("language", rest, LANGUAGES)
    session.unit.change(language=language)
    session.unit.set_plain("language", f"language_{language}")
    return language


def _settle(session: Session, rest: str) -> str:
    session.real_time = not on_off("settle", rest)
    return "time goes by as it does" if session.real_time else "what is on the air is awaited"


def _record(session: Session, rest: str) -> str:
    if session.recorder is None:
        raise PcmError("no recorder here: this face records nothing")
    if rest.strip().casefold() == "stop":
        return f"recorded in {session.recorder.stop().absolute()}"
    return f"recording to {session.recorder.start(session, rest.strip()).absolute()}"


def _lesson(session: Session, rest: str) -> str:
    if session.coach is None:
        raise PcmError("no lessons here: this face gives none")
    return session.coach.take(rest.strip())


def _quit(session: Session, rest: str) -> str:
    session.done = True
    return ""


DESK_VERBS: dict[str, Run] = {
    "preset": _preset,
    "reset": _reset,
    "save": _save,
    "restore": _restore,
    "model": _model,
    "year": _year,
    "country": _country,
    "language": _language,
    "settle": _settle,
    "record": _record,
    "lesson": _lesson,
    "quit": _quit,
}
