"""The sections of the panel about SIM card, radio network and phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.handset import ALLOWED
from connectivity.outside.profiles import load_world
from pcm.headunit.bench.switches import Section, Switch
from pcm.headunit.verbs.verb import CONFIRMS, PHASES, TECHNOLOGIES

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
        section.info(
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


def phone_section(session: Session) -> tuple[Switch, ...]:
    section, phone, view = Section(session, "phone"), session.world.phone, session.unit.view
    hand = phone.hand
    paired = "" if hand.paired else view.texts.say("reason.no_known_phone")
    link = (
        "connect"
        if phone.state.connected == hand.name and not phone.state.carplay
        else "disconnect"
    )
    no_carplay = "" if "carplay" in view.features else view.texts.say("reason.needs_carplay")
    return (
        section.choice(
            "phone_hand",
            "device-mobile",
            hand.name,
            tuple((p.name, p.name) for p in phone.state.handsets),
            "phone use {}",
        ),
        section.button("pair", "plus", "phone pair"),
        section.choice(
            "phone_accepts",
            "check",
            section.say(f"bench.accepts.{hand.confirms}"),
            tuple((w, section.say(f"bench.accepts.{c}")) for w, c in CONFIRMS.items()),
            "phone accepts {}",
        ),
        section.choice(
            "phone_number",
            "hash",
            section.say(f"bench.number.{'match' if hand.same_number else 'mismatch'}"),
            section.words(("match", "mismatch"), "bench.number"),
            "phone number {}",
        ),
        _allowed(session, section),
        section.choice(
            "phone_near",
            "map-pin",
            section.say(f"bench.range.{'near' if hand.near else 'far'}"),
            section.words(("near", "far"), "bench.range"),
            "phone range {}",
        ),
        section.choice(
            "bluetooth",
            "bluetooth",
            section.say(f"bench.link.{link}"),
            section.words(("connect", "disconnect"), "bench.link"),
            "phone {}",
            paired,
        ),
        section.toggle("phone_radio", "bluetooth", hand.bluetooth, "phone bluetooth {}"),
        section.toggle("hotspot", "wifi-high", hand.hotspot, "phone hotspot {}"),
        section.info("hotspot_password", "key", hand.hotspot_password),
        section.toggle(
            "carplay", "monitor", bool(phone.state.carplay), "phone carplay {}", no_carplay
        ),
        section.choice(
            "phone_call",
            "phone",
            section.say(f"bench.call.{hand.call.name.lower()}"),
            section.words((*PHASES, "busy", "unanswered"), "bench.call_do"),
            "phone call {}",
        ),
        section.choice(
            "phone_network",
            "broadcast",
            hand.technology.value if hand.technology else "–",
            (*((t, t) for t in TECHNOLOGIES), ("none", section.say("bench.place.none"))),
            "phone network {}",
        ),
        section.text("phone_battery", "battery-high", str(hand.battery), "phone battery {}"),
        section.text("phone_text", "chat-text", "", 'phone message "{}"'),
    )


def _allowed(session: Session, section: Section) -> Switch:
    """What the phone lets the car use; each option turns one of it around."""
    allows = session.world.phone.hand.allows
    options = tuple(
        (
            f"{name} {'off' if name in allows else 'on'}",
            section.say(
                f"bench.allow.{'off' if name in allows else 'on'}",
                name=section.say(f"bench.allowed.{name}"),
            ),
        )
        for name in ALLOWED
    )
    value = f"{len(allows)} / {len(ALLOWED)}"
    return section.choice("phone_allow", "shield-check", value, options, "phone allow {}")
