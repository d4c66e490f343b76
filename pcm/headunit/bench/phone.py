"""The section of the panel about the phones around the car."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connectivity.outside.handset import ALLOWED
from pcm.headunit.bench.switches import Section, Switch
from pcm.headunit.verbs.verb import CONFIRMS, PHASES, TECHNOLOGIES

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def phone_section(session: Session) -> tuple[Switch, ...]:
    section = Section(session, "phone")
    return (*_pairing(session, section), *_links(session, section), *_radio(session, section))


def _pairing(session: Session, section: Section) -> tuple[Switch, ...]:
    """The phone in the hand, how its owner pairs it and what the car may use of it."""
    phone, hand = session.world.phone, session.world.phone.hand
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
    )


def _links(session: Session, section: Section) -> tuple[Switch, ...]:
    """Bluetooth, hotspot and CarPlay."""
    phone, hand = session.world.phone, session.world.phone.hand
    paired = "" if hand.paired else section.say("reason.no_known_phone")
    connected = phone.state.connected == hand.name and not phone.state.carplay
    link = "connect" if connected else "disconnect"
    has_carplay = "carplay" in session.setup.features
    no_carplay = "" if has_carplay else section.say("reason.needs_carplay")
    return (
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
        section.secret("hotspot_password", "key", hand.hotspot_password),
        section.toggle(
            "carplay", "monitor", bool(phone.state.carplay), "phone carplay {}", no_carplay
        ),
    )


def _radio(session: Session, section: Section) -> tuple[Switch, ...]:
    """Calls, network, battery and messages."""
    hand = session.world.phone.hand
    return (
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
