"""What a walk may do with the world around the car: for each verb, what may follow it.

Most is right and some is wrong; names are those that exist. Read by choices.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from connectivity.outside.handset import ALLOWED
from connectivity.outside.store import load_store
from pcm.headunit.session import Session
from pcm.headunit.verbs.bus import BUTTONS
from pcm.headunit.verbs.verb import TECHNOLOGIES, load_verb_help

Rest = Sequence[str] | Callable[[Session], Sequence[str]]
ON_OFF = ("on", "off")


def _phones(session: Session) -> Sequence[str]:
    return [handset.name for handset in session.world.phone.state.handsets]


def _bus(session: Session) -> Sequence[str]:
    names = session.world.vehicle.message_names
    some = [f"{deed} {name}" for name in names for deed in ("show", "silent", "corrupt")]
    return ("show", "silent", *["on"] * len(some), *some)


def _saved(session: Session) -> Sequence[str]:
    return tuple(session.saved) or ("",)


def _services(_: Session) -> Sequence[str]:
    return [service.id for service in load_store().services]


def _functions(_: Session) -> Sequence[str]:
    return [function.id for function in load_store().functions]


def _bookings(session: Session) -> Sequence[str]:
    return (*_services(session), *_functions(session))


def _renewals(session: Session) -> Sequence[str]:
    return [f"{id_} {on}" for id_ in _services(session) for on in ON_OFF]


def _purchases(session: Session) -> Sequence[str]:
    return [f"{id_} {how}".strip() for id_ in _functions(session) for how in ("", "monthly")]


def _failures(_: Session) -> Sequence[str]:
    hows = ("unchanged", "restricted", "retry")
    return [f"{id_} {how}" for id_ in load_store().packages for how in hows]


WORLD: dict[str, dict[str, Rest]] = {
    "car": {
        "car ignition": ("on", "on", "off"),
        "car restart": ("",),
        "car speed": ("0", "0", "4", "5", "6.5", "50", "130"),
        "car gear": ("P", "R", "N", "D"),
        "car lock": ("",),
        "car unlock": ("",),
        "car plug": ("in", "out"),
        "car doors": ("open", "closed"),
        "car night": ON_OFF,
        "car handbrake": ON_OFF,
        "car charging": ON_OFF,
        "car mileage": ("0", "20000", "999999"),
        "car outside": ("-40", "-3.5", "21", "45"),
        "car units": ("km", "mi"),
        "car clock": ("2026-12-24 18:30", "2027-01-01 00:00"),
        "car bus": _bus,
    },
    "wheel": {"wheel": tuple(BUTTONS)},
    "sim": {
        "sim insert": ("standard", "no_pin", "second", "voice_only", "no_volte", ""),
        "sim remove": ("",),
        "sim pin": ("@new",),
        "sim call": ("in", "in", "out", "answer", "answer", "end"),
    },
    "sms": {"sms in": ('"On my way"', '"The car is ready" "+39 049 555 0126"'), "sms sent": ("",)},
    "net": {
        "net": (
            "home", "home LTE bars 4", "abroad", "abroad CH LTE bars 3", "abroad DE 5G",
            *(f"home {technology}" for technology in TECHNOLOGIES),
            *(f"abroad CH {technology} bars 2" for technology in TECHNOLOGIES),
            "home LTE bars 0", "none",
        ),
    },
    "phone": {
        "phone use": _phones,
        "phone pair": ("",),
        "phone accepts": ("on", "on", "off", "never"),
        "phone number": ("match", "match", "mismatch"),
        "phone connect": ("",),
        "phone disconnect": ("",),
        "phone forget": ("",),
        "phone allow": tuple(
            f"{what} {on}" for what in ALLOWED for on in ON_OFF
        ),
        "phone range": ("near", "near", "far"),
        "phone bluetooth": ("on", "on", "off"),
        "phone battery": ("0", "15", "80", "100"),
        "phone charging": ON_OFF,
        "phone hotspot": ("on", "join", "off"),
        "phone carplay": ON_OFF,
        "phone call": (
            "in", "in +39 055 555 0188", "out", "out 112", "out 0555550188 2G", "answer", "answer",
            "end", "busy", "unanswered",
        ),
        "phone message": ('"See you at eight"', '"At the gate" "Anna Conti"'),
        "phone network": (*TECHNOLOGIES, "none"),
        "phone volte": ON_OFF,
    },
    "portal": {
        "portal code": ("show", "new", "other"),
        "portal link": ("",),
        "portal unlink": ("",),
        "portal add": ("WP0ZZZ99ZLS200911",),
        "portal vehicles": ("",),
        "portal users": ("list", "add", "remove"),
        "portal delete-account": ("",),
        "portal security-code": ("reset", "reset second", "@new"),
        "portal country": ("", "DE", "IT", "CH"),
        "portal order": _services,
        "portal cancel": _bookings,
        "portal renew": _renewals,
        "portal services": ("",),
        "portal buy": _purchases,
        "portal withdraw": _functions,
        "portal functions": ("",),
        "portal offer-update": ("",),
        "portal fail": _failures,
        "portal down": ("",),
        "portal up": ("",),
        "portal delay": ("0", "0.8", "5"),
    },
    "time": {
        "pass": ("1 s", "5 s", "20 s", "70 s", "10 min", "3 h", "1 d", "40 d"),
        "wait": ("2 s",),
    },
    "desk": {
        "preset": (
            "abroad_with_sim", "no_coverage", "pin_waiting", "call_on_2g", "handover_day",
            "driving",
        ),
        "language": ("it", "en", "de", "fr", "es", "pt"),
        "save": ("here", "there"),
        "restore": _saved,
        "reset": ("",),
        "settle": ("on", "on", "off"),
    },
    "look": {
        "screen": ("", "--json", "--sources"),
        "state": ("", "--json", "data"),
        "why": ("", "hotspot", "inserted", "embedded", "service carfinder"),
        "howto": ("", "roaming"),
        "source": ("",),
        "help": ("", "tap"),
        "trace": ("",),
        "expect": ("overlay none", "data embedded", "screen home"),
    },
    "do": {
        "do": (
            "link", "link", "link", "roaming", "end-data", "remember-pin", "private-mode",
            "updates",
        ),
    },
}  # fmt: skip
"""Group of verbs -> verb -> what may follow it; doubled is twice as likely."""

WEIGHTS = {
    "car": 24, "wheel": 4, "sim": 14, "sms": 2, "net": 14, "phone": 24, "portal": 14, "time": 10,
    "desk": 4, "look": 3, "do": 5,
}  # fmt: skip

WRONG = (
    "tap nothing_of_this_name", "key NOWHERE", "net abroad ZZZ", "car speed fast",
    "sim insert gold", "phone battery 101", "expect data wormhole", "tpye 1234", "pass -1 s",
    "wheel sideways", "portal order cappuccino", "type @cdoe", "set", "language xx", "tap A > B",
)  # fmt: skip
"""Lines that are errors: each is answered, and changes nothing."""

LEFT_OUT = frozenset(("quit", "shot", "record", "model", "year", "country"))
"""Verbs that end the walk, write files or put another car on the desk."""


def world_line(session: Session, random: Random) -> str:
    """Something that happens around the car; now and then a verb as its help has it."""
    if random.random() < 0.03:
        return random.choice(examples())
    group = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
    verb, rest = random.choice(tuple(WORLD[group].items()))
    words = rest(session) if callable(rest) else rest
    return f"{verb} {random.choice(words)}".strip()


@cache
def examples() -> tuple[str, ...]:
    """A line of each verb that is not in WORLD: those of the driver, and new ones."""
    known = {*LEFT_OUT, *(verb for verbs in WORLD.values() for verb in verbs)}
    return tuple(verb.example for words, verb in load_verb_help().items() if words not in known)
