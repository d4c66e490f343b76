"""Derives what stands beside the rows on a wide screen: the data paths, or the account."""

from connectivity.data_path import Path
from menus.node import Node
from pcm.headunit.lists import PATH_ICONS, path_words, roams
from pcm.headunit.screen import Panel, PathLine
from pcm.headunit.values import VALUES
from pcm.headunit.view import View


def derive_panel(view: View, page: Node) -> Panel | None:
    """What stands beside the rows on a wide screen, as the menus ask for it."""
    wanted = page.panel or next(
        (
            node.panel
            for place in reversed(view.state.places[1:])
            if (node := view.setup.tree.node(place.page)).panel
        ),
        None,
    )
    if wanted == "data":
        return _data_panel(view)
    return _account_panel(view) if wanted == "account" else None


def _data_panel(view: View) -> Panel:
    """Which way data flows, and why not the other ways."""
    active = view.data_path.active
    lines = tuple(
        PathLine(
            p.value,
            view.texts.say(f"path.{p.value}"),
            path_words(view, p),
            p is active,
            PATH_ICONS[p],
        )
        for p in Path
        if _FEATURE[p] in view.features
    )
    note = ""
    if active is None:
        note = view.words(view.data_path.why_none[0])
    elif roams(view, Path.INSERTED):
        note = view.texts.say("panel.roaming_note")
    return Panel(view.texts.say("panel.data"), lines, note)


_FEATURE = {
    Path.HOTSPOT: "hotspot_client",
    Path.INSERTED: "sim_slot",
    Path.EMBEDDED: "embedded_sim",
}


def _account_panel(view: View) -> Panel:
    """The account at a glance."""
    say, user = view.texts.say, view.state.account.user
    role = say("user.main" if user.main else "user.secondary") if user else ""
    private = view.setting("private_mode") is True
    lines = [
        PathLine(
            "account",
            say(f"account.{view.state.account.state.value}"),
            role,
            user is not None,
            "user-circle",
        ),
        PathLine(
            "services",
            say("panel.services"),
            say("panel.service_count", count=VALUES["service_count"](view)),
            False,
            "globe",
        ),
    ]
    if "private_mode" in view.features:
        shown = say("value.active" if private else "value.not_active")
        lines.insert(1, PathLine("private", view.private_words, shown, private, "eye-slash"))
    if view.setup.market.offer.security_code and view.setup.generation.links_by_id:
        asked = VALUES["security_code_state"](view)
        line = PathLine(
            "security_code", say("panel.security_code"), asked, user is not None, "shield-check"
        )
        lines.insert(1, line)
    note = view.words(view.data_path.why_none[0]) if view.data_path.why_none else ""
    return Panel(say("panel.account"), tuple(lines), note)
