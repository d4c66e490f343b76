"""Derives the Screen from a View: the page with its rows, the header, the overlay. Pure, and the
only maker of Screens.
"""

from typing import Literal

from connectivity.call import CallState
from connectivity.data_path import Path
from connectivity.messages import Registered
from menus.node import Kind, Node
from pcm.headunit import navigator
from pcm.headunit.clock import clock_text
from pcm.headunit.features import reasons_against
from pcm.headunit.lists import LISTS, PATH_ICONS, path_words, roams
from pcm.headunit.overlays import shown_overlay
from pcm.headunit.screen import Header, Key, Panel, PathLine, Row, Screen
from pcm.headunit.values import VALUES, temperature_text
from pcm.headunit.view import View


def derive_screen(view: View) -> Screen:
    """What the driver sees now."""
    tree, state = view.setup.tree, view.state
    page = tree.node(state.place.page)
    options = tree.options_of(page.id)
    rows = _page_rows(view, page)
    drawer = page.kind is Kind.OPTIONS and view.setup.generation.pcm == "4.0"
    behind = tree.node(state.places[-2].page) if drawer else None
    toast = state.toast
    return Screen(
        id=page.id,
        title=view.label(page),
        path=derive_path(view),
        layout=page.layout,
        header=derive_header(view),
        rows=rows,
        focus=derive_focus(view),
        keys=_keys(view),
        options=derive_row(view, options) if options else None,
        overlay=shown_overlay(view),
        toast=view.words(toast.reason) if toast else "",
        panel=_panel(view, page),
        empty="" if rows else view.texts.say("list.empty"),
        back=len(state.places) > 1 or bool(state.overlays),
        drawer=drawer,
        behind=_page_rows(view, behind) if behind else (),
        behind_title=view.label(behind) if behind else "",
        night=night(view),
        off=state.vehicle.power.value == "off",
        language=state.language,
        pcm=view.setup.generation.pcm,
    )


def night(view: View) -> bool:
    """Night design: as set, else as the car says."""
    wanted = view.setting("day_night")
    if wanted in ("day_night_day", "day_night_night"):
        return wanted == "day_night_night"
    return view.state.vehicle.dark


def _page_rows(view: View, page: Node) -> tuple[Row, ...]:
    rows = tuple(derive_row(view, node) for node in navigator.rows_of(page))
    return rows + list_rows(view, page) if page.lists else rows


def list_rows(view: View, page: Node) -> tuple[Row, ...]:
    """The rows of a page's live list."""
    source, assumed = _provenance(view, page.id)
    found = []
    for number, item in enumerate(LISTS[page.lists or ""](view), 1):
        kind = Kind.OPTION if item.chosen is not None else Kind.ACTION if item.act else Kind.VALUE
        found.append(
            Row(
                id=f"{page.lists}_{number}",
                label=item.label,
                kind=kind,
                value=item.chosen,
                text=item.text,
                detail=item.detail,
                icon=item.icon,
                source=source,
                assumed=assumed,
            )
        )
    return tuple(found)


def derive_row(view: View, node: Node) -> Row:
    """One menu entry as it stands on the screen."""
    reasons = view.shown(*reasons_against(view, node))
    source, assumed = _provenance(view, node.id)
    text, detail, warning = _texts(view, node)
    return Row(
        id=node.id,
        label=view.label(node),
        kind=node.kind,
        value=_value(view, node),
        text=text,
        detail=reasons[0].text if reasons else detail,
        warning=warning and not reasons,
        enabled=not reasons,
        reasons=reasons,
        icon=node.icon or "",
        colour=node.colour or "",
        source=source,
        assumed=assumed,
    )


def _provenance(view: View, id_: str) -> tuple[tuple[str, ...], str]:
    source, assumed = view.setup.tree.provenance(id_)
    return source, view.labels.text(f"assumed_{assumed}") if assumed else ""


def _value(view: View, node: Node) -> bool | int | None:
    name = node.setting or node.id
    if node.kind is Kind.TOGGLE:
        return view.state.sim.remember if name == "remember_pin" else view.setting(name) is True
    if node.kind is Kind.OPTION:
        parent = view.setup.tree.node(view.setup.tree.parent(node.id) or "home")
        return view.setting(parent.setting or parent.id) == node.id
    if node.kind is Kind.RANGE:
        value = view.setting(name)
        return int(value) if value is not None else None
    return None


def _texts(view: View, node: Node) -> tuple[str, str, bool]:
    """(text at the right edge, second line, whether the second line warns)."""
    if node.kind is Kind.CHOICE:
        chosen = view.setting(node.setting or node.id)
        here = next((row for row in node.rows if row.id == chosen), None)
        return (view.label(here) if here else ""), "", False
    if node.kind is Kind.RANGE and node.limits:
        return f"{view.setting(node.setting or node.id)} {node.limits.unit}".strip(), "", False
    if (node.setting or node.id) == "roaming" and node.kind is Kind.TOGGLE:
        return "", *_roaming_detail(view)
    shown = VALUES[node.shows](view) if node.shows else ""
    return (
        ("", shown, False)
        if node.kind in (Kind.PAGE, Kind.OPTIONS, Kind.LINK)
        else (shown, "", False)
    )


def _roaming_detail(view: View) -> tuple[str, bool]:
    at = view.state.inserted
    if at.status is not Registered.ROAMING:
        return view.texts.say("roaming.home"), False
    key = "roaming.on" if view.setting("roaming") else "roaming.off"
    return view.texts.say(key, operator=at.operator, country=at.country), True


def derive_path(view: View) -> tuple[tuple[str, str], ...]:
    """(id, label) of each page from the main menu to here."""
    tree = view.setup.tree
    return tuple((p.page, view.label(tree.node(p.page))) for p in view.state.places[1:])


def derive_row_names(view: View) -> dict[str, str]:
    """Id -> label of what can be touched on the page, options last; makes no rows."""
    tree = view.setup.tree
    page = tree.node(view.state.place.page)
    found = {node.id: view.label(node) for node in navigator.rows_of(page)}
    if page.lists:
        items = LISTS[page.lists](view)
        found |= {f"{page.lists}_{number}": item.label for number, item in enumerate(items, 1)}
    options = tree.options_of(page.id)
    return found | {options.id: view.label(options)} if options else found


def derive_focus(view: View) -> str:
    """The row the knob stands on; "" on a page without rows."""
    tree, place = view.setup.tree, view.state.place
    names = derive_row_names(view)
    if place.focus in names:
        return place.focus
    first = next(iter(names), "")
    options = tree.options_of(place.page)
    return "" if options and first == options.id else first


def _keys(view: View) -> tuple[Key, ...]:
    tree, by_key = view.setup.tree, view.setup.main_of_key
    main, on_options = (
        navigator.main_of(view.state),
        tree.node(view.state.place.page).kind is Kind.OPTIONS,
    )
    found = []
    for key in view.setup.generation.keys:
        if key.caption in by_key:
            lit = by_key[key.caption] == main
        elif key.caption in ("HOME", "BACK", "OPT"):
            lit = (key.caption == "HOME" and main == "home") or (
                key.caption == "OPT" and on_options
            )
        else:
            continue
        found.append(Key(key.caption, key.side, key.icon or "", lit))
    return tuple(found)


def derive_header(view: View) -> Header:
    """The status line of every screen."""
    state, path = view.state, view.data_path
    use_inserted = state.inserted.technology is not None and path.active is not Path.EMBEDDED
    radio = state.inserted if use_inserted else state.embedded
    technology = radio.technology
    if path.active is Path.HOTSPOT:
        technology = state.phone.technology
    user, call = state.account.user, state.call
    return Header(
        clock=clock_text(view),
        temperature=temperature_text(view),
        technology=technology.value if technology else "",
        bars=radio.bars if radio.technology else -1,
        roaming=radio.status is Registered.ROAMING,
        path=view.texts.say(f"path_short.{path.active.value}") if path.active else "",
        path_icon=PATH_ICONS[path.active] if path.active else "",
        no_data="" if path.active else view.words(path.why_none[0]),
        bluetooth=state.phone.connected,
        carplay=state.phone.carplay,
        call=""
        if call.state is CallState.IDLE
        else view.texts.say(f"call.{call.state.value}", number=call.number),
        user=user.name if user else "",
        initials="".join(word[0] for word in user.name.split()[:2]) if user else "",
        private=view.setting("private_mode") is True,
        locked_moving=view.moving,
        user_target=_shortcut(view, "user"),
        status_target=_shortcut(view, "status"),
    )


def _shortcut(view: View, place: Literal["user", "status"]) -> str:
    id_ = view.setup.generation.shortcuts.get(place)
    return " > ".join(view.setup.tree.path(id_)) if id_ else ""


def _panel(view: View, page: Node) -> Panel | None:
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
        return data_panel(view)
    return account_panel(view) if wanted == "account" else None


def data_panel(view: View) -> Panel:
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
        if f"{_FEATURE[p]}" in view.features
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


def account_panel(view: View) -> Panel:
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
            "private",
            say("panel.private"),
            say("value.active" if private else "value.not_active"),
            private,
            "eye-slash",
        ),
        PathLine(
            "services",
            say("panel.services"),
            say("panel.service_count", count=VALUES["service_count"](view)),
            False,
            "globe",
        ),
    ]
    if view.setup.market.offer.security_code and view.setup.generation.login == "porsche_id":
        lines.insert(
            1,
            PathLine(
                "security_code",
                say("panel.security_code"),
                VALUES["security_code_state"](view),
                True,
                "shield-check",
            ),
        )
    note = view.words(view.data_path.why_none[0]) if view.data_path.why_none else ""
    return Panel(say("panel.account"), tuple(lines), note)
