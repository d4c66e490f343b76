"""The section of the panel about My Porsche."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcm.headunit.bench.switches import Section, Switch

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def portal_section(session: Session) -> tuple[Switch, ...]:
    section, portal = Section(session, "portal"), session.world.portal
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
