"""Derives the rows of a page from a View, and their names, focus and path without the rows."""

from connectivity.messages.modem import Registered
from menus.node import Kind, Node
from pcm.headunit import navigator
from pcm.headunit.features import reasons_against, refused_profile
from pcm.headunit.lists import live_items
from pcm.headunit.screen import Row
from pcm.headunit.settings import PROFILE_SETTINGS, is_on
from pcm.headunit.text_messages import unread
from pcm.headunit.values import VALUES
from pcm.headunit.view import View


def page_rows(view: View, page: Node) -> tuple[Row, ...]:
    """The rows of a page: those of the menus, then those of its live list."""
    rows = tuple(derive_row(view, node) for node in navigator.rows_of(page))
    return rows + _list_rows(view, page) if page.lists else rows


def _list_rows(view: View, page: Node) -> tuple[Row, ...]:
    """The rows of a page's live list."""
    source, assumed = _provenance(view, page.id)
    found = []
    for id_, item in live_items(view, page.lists or "").items():
        kind = Kind.OPTION if item.chosen is not None else Kind.ACTION if item.act else Kind.VALUE
        found.append(
            Row(
                id=id_,
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
        badge=_badge(view, node),
        enabled=not reasons,
        reasons=reasons,
        icon=node.icon or "",
        colour=node.colour or "",
        source=source,
        assumed=assumed,
    )


def _badge(view: View, node: Node) -> str:
    """Missed calls and unread messages, on the way to their lists."""
    count = 0
    if node.id == "phone" or node.lists == "call_list":
        count += view.state.missed_calls
    if node.id == "phone" or node.lists == "messages":
        count += unread(view)
    return str(count) if count else ""


def _provenance(view: View, id_: str) -> tuple[tuple[str, ...], str]:
    source, assumed = view.setup.tree.provenance(id_)
    return source, view.labels.text(f"assumed_{assumed}") if assumed else ""


def _value(view: View, node: Node) -> bool | int | None:
    name = node.setting_name
    if node.kind is Kind.TOGGLE:
        return is_on(view.state, name)
    if node.kind is Kind.OPTION:
        parent = view.setup.tree.node(view.setup.tree.parent(node.id) or "home")
        return view.setting(parent.setting_name) == node.id
    if node.kind is Kind.RANGE:
        value = view.setting(name)
        return int(value) if value is not None else None
    return None


def _texts(view: View, node: Node) -> tuple[str, str, bool]:
    """(text at the right edge, second line, whether the second line warns)."""
    if node.kind is Kind.CHOICE:
        chosen = view.setting(node.setting_name)
        here = next((row for row in node.rows if row.id == chosen), None)
        return (view.label(here) if here else ""), "", False
    if node.kind is Kind.RANGE and node.limits:
        return f"{view.setting(node.setting_name)} {node.limits.unit}".strip(), "", False
    if node.setting_name == "roaming" and node.kind is Kind.TOGGLE:
        return "", *_roaming_detail(view)
    if node.setting_name in PROFILE_SETTINGS:
        refused = refused_profile(view, node.setting_name)
        return "", view.words(refused) if refused else "", refused is not None
    shown = VALUES[node.shows](view) if node.shows else ""
    return (
        ("", shown, False)
        if node.kind in (Kind.PAGE, Kind.OPTIONS, Kind.LINK)
        else (shown, "", False)
    )


def _roaming_detail(view: View) -> tuple[str, bool]:
    at = view.state.inserted
    if at.status is not Registered.ROAMING:
        home = at.status is Registered.HOME
        return view.texts.say("roaming.home") if home else "", False
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
        found |= {id_: item.label for id_, item in live_items(view, page.lists).items()}
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
