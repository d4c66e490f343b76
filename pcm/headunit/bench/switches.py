"""One line of the panel, and how the sections beside this file make theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pcm.headunit.session import Session

Options = tuple[tuple[str, str], ...]
"""(word of the verb, words shown) of each option."""

Kind = Literal["toggle", "choice", "text", "button", "info"]


@dataclass(frozen=True, slots=True)
class Switch:
    """One line of the panel. `verb` holds {} for on|off, the option's word or the typed text."""

    id: str
    section: str
    label: str
    icon: str
    kind: Kind
    value: str = field(default="", repr=False)  # may be a code
    on: bool = False
    options: Options = ()
    verb: str = ""
    enabled: bool = True
    reason: str = ""  # why it is not enabled
    secret: bool = False  # the value is nothing for everybody


class Section:
    """Makes the switches of one section, with words from the texts."""

    def __init__(self, session: Session, name: str, reason: str = "") -> None:
        """reason: why none of its switches is enabled."""
        self.say = session.unit.view.texts.say
        self._reason = reason
        self.title = self.say(f"bench.section.{name}")

    def toggle(self, id_: str, icon: str, on: bool, verb: str, reason: str = "") -> Switch:
        return self._switch("toggle", id_, icon, on=on, verb=verb, reason=reason)

    def choice(
        self, id_: str, icon: str, value: str, options: Options, verb: str, reason: str = ""
    ) -> Switch:
        return self._switch("choice", id_, icon, value, options=options, verb=verb, reason=reason)

    def button(self, id_: str, icon: str, verb: str, reason: str = "") -> Switch:
        return self._switch("button", id_, icon, verb=verb, reason=reason)

    def text(self, id_: str, icon: str, value: str, verb: str) -> Switch:
        return self._switch("text", id_, icon, value, verb=verb)

    def info(self, id_: str, icon: str, value: str) -> Switch:
        return self._switch("info", id_, icon, value)

    def secret(self, id_: str, icon: str, value: str) -> Switch:
        """A password, a code or a PIN, or a dash where there is none."""
        return replace(self.info(id_, icon, value), secret=value.strip("–") != "")

    def words(self, names: Iterable[str], prefix: str) -> Options:
        return tuple((name, self.say(f"{prefix}.{name}")) for name in names)

    def _switch(
        self,
        kind: Kind,
        id_: str,
        icon: str,
        value: str = "",
        *,
        on: bool = False,
        options: Options = (),
        verb: str = "",
        reason: str = "",
    ) -> Switch:
        label = self.say(f"bench.{id_}")
        reason = self._reason or reason
        id_, title, enabled = f"bench_{id_}", self.title, not reason
        return Switch(id_, title, label, icon, kind, value, on, options, verb, enabled, reason)
