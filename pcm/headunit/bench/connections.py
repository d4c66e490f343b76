"""The sections of the panel about SIM card and radio network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.profiles import load_world
from pcm.headunit.bench.switches import Section, Switch
from pcm.headunit.verbs.verb import PHASES, TECHNOLOGIES

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def sim_section(session: Session) -> tuple[Switch, ...]:
    section, modem, view = Section(session, "sim"), session.world.modem, session.unit.view
    none = view.texts.say("reason.no_sim_slot") if "sim_slot" not in view.features else ""
    if real := session.attachments.modem:
        none = view.texts.say("reason.real_modem", url=real.url)
    names = tuple(profile.name for profile in load_world().sims)
    inserted = modem.slot.name if modem.slot else ""
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
        section.secret(
            "sim_pin",
            "lock-key",
            f"{modem.slot.pin} / {modem.slot.puk}" if modem.slot else "–",
        ),
        section.choice(
            "sim_call",
            "phone-call",
            section.say(f"bench.call.{modem.call.name.lower()}"),
            section.words(PHASES, "bench.call_do"),
            "sim call {}",
            none,
        ),
        section.button(
            "sim_message",
            "chat-text",
            f'sms in "{section.say("bench.sim_message_text")}"',
            none or ("" if inserted else view.texts.say("reason.no_sim")),
        ),
    )


def network_section(session: Session) -> tuple[Switch, ...]:
    section, net = Section(session, "network"), session.world.embedded.network
    home = session.setup.market.code
    place = "none" if net.technology is None else "home" if net.country == home else "abroad"
    where = "home" if net.country == home else f"abroad {net.country}"
    technology = net.technology.value if net.technology else "LTE"
    places = (
        (f"home {technology} bars {net.bars}", section.say("bench.place.home")),
        (
            f"abroad {session.world.abroad} {technology} bars {net.bars}",
            f"{section.say('bench.place.abroad')} ({session.world.abroad})",
        ),
        ("none", section.say("bench.place.none")),
    )
    technologies = tuple((f"{where} {t} bars {net.bars}", t) for t in TECHNOLOGIES)
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
