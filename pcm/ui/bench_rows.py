"""The rows and options of the panel as QML shows them; pure, from the session's switches.

Used by BenchModel; what a switch does stands in its verb.
"""

from collections.abc import Collection
from dataclasses import dataclass

from pcm.headunit.bench import Switch
from pcm.headunit.screen import Entry, Screen
from pcm.headunit.trace import masked_argument
from pcm.ui.fonts import glyph

MASKED = "•••"
VEIL = "••••"
"""Of any length: how many signs a secret has is nobody's business."""
SEEN_AT_ONCE = 15
"""How many rows a window of usual height shows beside the headings of the folded sections."""


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One row as drawn. `heading`: words above the first row of a section; `opened`: it is not
    folded; `note`: the reason, where it stands first in its section.
    """

    name: str
    heading: str
    section: int
    opened: bool
    label: str
    glyph: str
    kind: str
    value: str
    on: bool
    active: bool
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class BenchOption:
    """One line of the open list."""

    name: str  # objectName
    word: str
    label: str
    chosen: bool


def derive_first_sections(bench: tuple[Switch, ...]) -> frozenset[int]:
    """The sections that are open at first: from the top, as many as can be seen at once."""
    numbers = _number_sections(bench)
    return frozenset(n for n in numbers if sum(other <= n for other in numbers) <= SEEN_AT_ONCE)


def _number_sections(bench: tuple[Switch, ...]) -> list[int]:
    names = list(dict.fromkeys(switch.section for switch in bench))
    return [names.index(switch.section) for switch in bench]


def derive_rows(
    bench: tuple[Switch, ...], opened: Collection[int], veiled: bool = False
) -> tuple[BenchRow, ...]:
    """The rows in order; a section's first row carries its heading. veiled: secrets are dots."""
    numbers = _number_sections(bench)
    return tuple(
        BenchRow(
            name=switch.id,
            heading=switch.section if number != before else "",
            section=number,
            opened=number in opened,
            label=switch.label,
            glyph=glyph(switch.icon),
            kind=switch.kind,
            value=VEIL if veiled and switch.secret else switch.value,
            on=switch.on,
            active=switch.enabled,
            reason=switch.reason,
            note=switch.reason if first else "",
        )
        for before, number, switch, first in zip(
            [-1, *numbers], numbers, bench, _tell_first(bench), strict=False
        )
    )


def _tell_first(bench: tuple[Switch, ...]) -> list[bool]:
    """Whether each switch is the first of its section with its reason."""
    told = [(switch.section, switch.reason) for switch in bench]
    return [told.index(pair) == at for at, pair in enumerate(told)]


def find_chosen(switch: Switch) -> str:
    """The word of the option that the value names: in full, or its beginning if only one fits."""
    exact = [word for word, label in switch.options if label == switch.value]
    begun = [word for word, label in switch.options if label.startswith(switch.value)]
    return (exact or (begun if len(begun) == 1 and switch.value else [""]))[0]


def derive_options(switch: Switch, sought: str) -> tuple[BenchOption, ...]:
    """The options whose label or word holds what is sought."""
    folded, chosen = sought.strip().casefold(), find_chosen(switch)
    return tuple(
        BenchOption(f"option_{word}", word, label, word == chosen)
        for word, label in switch.options
        if folded in label.casefold() or folded in word.casefold()
    )


def derive_shown_verb(line: str, screen: Screen | None) -> str:
    """The verb line as it may be read: secret numbers, and what a secret field gets, are masked."""
    entry = screen.overlay if screen else None
    if line.startswith("type ") and isinstance(entry, Entry) and entry.secret:
        return f"type {MASKED}"
    return masked_argument(line, MASKED)
