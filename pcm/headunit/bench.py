"""The switches of the outside as the panel shows them; each carries the verb it does. Derived from
session and world.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from connectivity.messages import CallPhase
from connectivity.outside.profiles import load_world
from menus.howto import howto
from models.catalogue import LANGUAGES, load_cars
from models.markets import load_markets

if TYPE_CHECKING:
    from pcm.headunit.session import Session

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """One line of the panel. `verb` holds {} for on|off, the option's word or the typed text."""

    id: str
    section: str
    label: str
    icon: str
    kind: str  # toggle | choice | text | button | info
    value: str = ""
    on: bool = False
    options: Options = ()
    verb: str = ""
    enabled: bool = True
    reason: str = ""


def derive_bench(session: Session) -> tuple[Switch, ...]:
    """Every switch, in the language of the head unit."""
    return (
        *_model(session),
        *_car(session),
        *_sim(session),
        *_network(session),
        *_phone(session),
        *_portal(session),
    )


class _Section:
    """Makes switches of one section with words from the texts."""

    def __init__(self, session: Session, name: str) -> None:
        self.say = session.unit.view.texts.say
        self.title = self.say(f"bench.section.{name}")

    def toggle(self, id_: str, icon: str, on: bool, verb: str, reason: str = "") -> Switch:
        return Switch(
            f"bench_{id_}",
            self.title,
            self.say(f"bench.{id_}"),
            icon,
            "toggle",
            on=on,
            verb=verb,
            enabled=not reason,
            reason=reason,
        )

    def choice(
        self, id_: str, icon: str, value: str, options: Options, verb: str, reason: str = ""
    ) -> Switch:
        return Switch(
            f"bench_{id_}",
            self.title,
            self.say(f"bench.{id_}"),
            icon,
            "choice",
            value=value,
            options=options,
            verb=verb,
            enabled=not reason,
            reason=reason,
        )

    def text(self, id_: str, icon: str, value: str, verb: str) -> Switch:
        return Switch(
            f"bench_{id_}",
            self.title,
            self.say(f"bench.{id_}"),
            icon,
            "text",
            value=value,
            verb=verb,
        )

    def button(self, id_: str, icon: str, verb: str, reason: str = "") -> Switch:
        return Switch(
            f"bench_{id_}",
            self.title,
            self.say(f"bench.{id_}"),
            icon,
            "button",
            verb=verb,
            enabled=not reason,
            reason=reason,
        )

    def info(self, id_: str, icon: str, value: str) -> Switch:
        return Switch(
            f"bench_{id_}", self.title, self.say(f"bench.{id_}"), icon, "info", value=value
        )

    def words(self, names: tuple[str, ...], prefix: str) -> Options:
        return tuple((name, self.say(f"{prefix}.{name}")) for name in names)


def _model(session: Session) -> tuple[Switch, ...]:
    section, setup, language = (
        _Section(session, "model"),
        session.setup,
        session.unit.state.language,
    )
    cars = tuple((car.id, f"{car.name}, {car.years[0]}–{car.years[1]}") for car in load_cars().cars)
    years = tuple((str(y), str(y)) for y in range(setup.car.years[0], setup.car.years[1] + 1))
    file = load_markets()
    countries = tuple(
        sorted(((m.code, m.names[language]) for m in file.markets), key=lambda item: item[1])
    )
    countries += ((file.elsewhere.code, file.elsewhere.names[language]),)
    found = howto(setup.car, setup.year, language, "link")[0]
    return (
        section.choice("car", "car", setup.car.name, cars, "model {}"),
        section.choice("year", "calendar-blank", str(setup.year), years, "year {}"),
        section.choice("country", "globe", setup.market.names[language], countries, "country {}"),
        section.choice(
            "language",
            "translate",
            section.say(f"bench.language.{language}"),
            section.words(LANGUAGES, "bench.language"),
            "language {}",
        ),
        section.info("link_path", "path", " > ".join(found.path)),
    )


def _car(session: Session) -> tuple[Switch, ...]:
    section, car = _Section(session, "car"), session.world.vehicle.state
    speeds = tuple((str(kmh), f"{kmh} km/h") for kmh in (0, 5, 30, 50, 130))
    return (
        section.toggle("ignition", "lightning", car.ignition, "car ignition {}"),
        section.button("restart", "arrow-clockwise", "car restart"),
        section.choice("speed", "gauge", f"{car.speed_kmh:g} km/h", speeds, "car speed {}"),
        section.choice("gear", "gear-six", car.lever, tuple((g, g) for g in "PRND"), "car gear {}"),
        section.choice(
            "lock",
            "lock",
            section.say(f"bench.lock.{'lock' if car.locked else 'unlock'}"),
            section.words(("lock", "unlock"), "bench.lock"),
            "car {}",
        ),
        section.toggle("night", "moon", car.dark, "car night {}"),
    )


def _sim(session: Session) -> tuple[Switch, ...]:
    section, modem, view = _Section(session, "sim"), session.world.modem, session.unit.view
    none = view.texts.say("reason.no_sim_slot") if "sim_slot" not in view.features else ""
    names = tuple(profile.name for profile in load_world().sims)
    inserted = modem.slot.profile.name if modem.slot else ""
    options = section.words(names, "bench.sim")
    return (
        section.choice(
            "sim_card",
            "sim-card",
            section.say(f"bench.sim.{inserted or 'none'}"),
            options,
            "sim insert {}",
            none,
        ),
        section.button(
            "sim_remove",
            "eject",
            "sim remove",
            none or ("" if inserted else view.texts.say("reason.no_sim")),
        ),
        section.info(
            "sim_pin",
            "lock-key",
            f"{modem.slot.pin} / {modem.slot.profile.puk}" if modem.slot else "–",
        ),
        section.choice(
            "sim_call",
            "phone-call",
            section.say(f"bench.call.{_call_word(modem.call)}"),
            section.words(("in", "out", "answer", "end"), "bench.call_do"),
            "sim call {}",
            none,
        ),
    )


def _call_word(phase: CallPhase) -> str:
    return phase.name.lower()


def _network(session: Session) -> tuple[Switch, ...]:
    section, net = _Section(session, "network"), session.world.embedded.network
    home = session.setup.market.code
    place = "none" if net.technology is None else "home" if net.country == home else "abroad"
    where = "home" if net.country == home else f"abroad {net.country}"
    technology = net.technology.value if net.technology else "LTE"
    abroad = "DE" if home == "CH" else "CH"
    places = (
        (f"home {technology} bars {net.bars}", section.say("bench.place.home")),
        (
            f"abroad {abroad} {technology} bars {net.bars}",
            f"{section.say('bench.place.abroad')} ({abroad})",
        ),
        ("none", section.say("bench.place.none")),
    )
    technologies = tuple((f"{where} {t} bars {net.bars}", t) for t in ("2G", "3G", "LTE", "5G"))
    bars = tuple((f"{where} {technology} bars {n}", f"{n} / 4") for n in range(5))
    return (
        section.choice("place", "broadcast", section.say(f"bench.place.{place}"), places, "net {}"),
        section.choice(
            "technology",
            "chart-bar",
            technology if net.technology else "–",
            technologies,
            "net {}",
        ),
        section.choice("bars", "cell-signal-full", f"{net.bars} / 4", bars, "net {}"),
    )


def _phone(session: Session) -> tuple[Switch, ...]:
    section, phone, view = _Section(session, "phone"), session.world.phone, session.unit.view
    paired = "" if phone.paired else view.texts.say("reason.no_known_phone")
    link = "connect" if phone.connected and not phone.carplay else "disconnect"
    no_carplay = "" if "carplay" in view.features else view.texts.say("reason.needs_carplay")
    return (
        section.button("pair", "device-mobile", "phone pair"),
        section.choice(
            "bluetooth",
            "bluetooth",
            section.say(f"bench.link.{link}"),
            section.words(("connect", "disconnect"), "bench.link"),
            "phone {}",
            paired,
        ),
        section.toggle("hotspot", "wifi-high", phone.hotspot, "phone hotspot {}"),
        section.info("hotspot_password", "key", phone.profile.hotspot_password),
        section.toggle("carplay", "monitor", phone.carplay, "phone carplay {}", no_carplay),
        section.choice(
            "phone_call",
            "phone",
            section.say(f"bench.call.{_call_word(phone.call)}"),
            section.words(("in", "out", "answer", "end"), "bench.call_do"),
            "phone call {}",
        ),
        section.choice(
            "phone_network",
            "broadcast",
            phone.technology.value if phone.technology else "–",
            tuple((t, t) for t in ("2G", "3G", "LTE", "5G")),
            "phone network {}",
        ),
    )


def _portal(session: Session) -> tuple[Switch, ...]:
    section, portal = _Section(session, "portal"), session.world.portal
    first: tuple[Switch, ...]
    if session.setup.generation.login == "pairing_code":
        first = (
            section.info("code", "user-circle", f"{portal.code[:4]} {portal.code[4:]}"),
            section.button("new_code", "arrows-clockwise", "portal code new"),
        )
    else:
        code = portal.security_codes.get(portal.owner.email, "–")
        first = (
            section.info("email", "envelope", portal.owner.email),
            section.info("password", "lock-key", portal.owner.password),
            section.info("security_code", "shield-check", code),
        )
    answers = "up" if portal.up else "down"
    second = "add" if portal.second.email in portal.users else "remove"
    return (
        *first,
        section.choice(
            "second_user",
            "users",
            section.say(f"bench.second.{second}"),
            section.words(("add", "remove"), "bench.second"),
            "portal users {}",
        ),
        section.choice(
            "portal_state",
            "cloud",
            section.say(f"bench.portal.{answers}"),
            section.words(("up", "down"), "bench.portal"),
            "portal {}",
        ),
        section.button("unlink", "link-break", "portal unlink"),
        section.button("link", "link", "portal link"),
        section.button("delete_account", "trash", "portal delete-account"),
    )
