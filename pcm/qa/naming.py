"""How a verb is called in a flow: `car ignition` is the keyword `Car Ignition`.

Used by the keywords' test and the recorder; the few that read better otherwise stand here.
"""

import re
import shlex
from collections.abc import Callable, Iterable

from pcm.headunit.verbs import find_verb
from pcm.headunit.verbs.expect import ROW_STATES
from pcm.headunit.verbs.verb import TECHNOLOGIES

OTHERWISE = {
    "net": "Network Is",
    "pass": "Pass Time",
    "expect screen": "Screen Should Be",
}
"""Words of a verb -> its keyword, where that is not the words themselves."""

NO_KEYWORD = {"help", "quit", "record", "expect"}
"""Verbs of a person at a terminal, and `expect`, which is one keyword for each thing expected."""

WORD_BY_WORD = {
    "Network Is", "Knob", "Volume", "Car Bus", "Phone Allow", "Model",
    "Portal Security Code", "Portal Renew", "Portal Buy", "Portal Fail",
}  # fmt: skip
"""Keywords that take each word in a cell of its own; most others take all of them in one."""

CELL = "    "
"""What parts two cells of a row."""
NAMED = re.compile("(?:bars|technology|text)=")
"""Arguments that cells_of gives by name."""

EXPECTED = ("screen", "row", "no row", "overlay", "text", "state", "reason", "data")


def keyword_of(verb: str) -> str:
    """`portal delete-account` -> `Portal Delete Account`."""
    return OTHERWISE.get(verb) or verb.replace("-", " ").title()


def split_line(line: str) -> tuple[str, str]:
    """(keyword, the rest) of a verb line; raises UnknownVerbError."""
    words, rest = find_verb(line.strip())
    if words == "expect":
        what = next((w for w in sorted(EXPECTED, key=len, reverse=True) if _begins(rest, w)), "")
        words, rest = f"expect {what}".strip(), rest.strip().removeprefix(what)
    return keyword_of(words), rest.strip()


def row_of(cells: Iterable[str]) -> str:
    """The cells as a row of a flow; Robot Framework reads back what they say."""
    return CELL.join(map(cell_text, cells))


def cell_text(text: str) -> str:
    """No variable, no comment, no other argument's name, no end of the cell."""
    named = NAMED.match(text)
    name, value = (named.group(), text[named.end() :]) if named else ("", text)
    safe = re.sub(r"\\|=|[$@&%](?=\{)|^#", r"\\\g<0>", value)
    return name + re.sub("  +", lambda blanks: "\\ " * len(blanks[0]), safe)


def cells_of(line: str) -> list[str]:
    """The keyword and its arguments of a verb line, one a cell, as a flow writes them.

    Raises UnknownVerbError.
    """
    keyword, rest = split_line(line)
    if keyword in ("Help", "Quit") or (keyword == "Screen" and rest):
        return ["Verb", line.strip()]
    if keyword.startswith("Expect "):
        return [keyword, *filter(None, _expected_cells(keyword, rest))]
    return [keyword, *filter(None, _argument_cells(keyword, rest))]


def _argument_cells(keyword: str, rest: str) -> list[str]:
    words = rest.split()
    match keyword:
        case "Network Is" if words[-2:-1] == ["bars"]:
            return [*words[:-2], f"bars={words[-1]}"]
        case "Sms In" | "Phone Message":
            return shlex.split(rest)
        case "Wheel":
            return _last_apart(words, str.isdigit)
        case "Phone Call" if words[-1].upper() in TECHNOLOGIES:
            return [words[0], " ".join(words[1:-1]), f"technology={words[-1]}"]
        case "Phone Call":
            return [words[0], " ".join(words[1:])]
        case _:
            return words if keyword in WORD_BY_WORD else [rest]


def _expected_cells(keyword: str, rest: str) -> list[str]:
    if keyword == "Expect Row":
        row, shows, text = rest.partition(" = ")
        return (
            [row, f"text={text}"] if shows else _last_apart(rest.split(), ROW_STATES.__contains__)
        )
    if keyword in ("Expect State", "Expect Reason"):
        first, _, more = rest.partition(" ")
        return [first, more.strip()]
    return [rest]


def _last_apart(words: list[str], fits: Callable[[str], bool]) -> list[str]:
    """All but the last word as one, and that one apart when it is of its own kind."""
    if len(words) > 1 and fits(words[-1]):
        return [" ".join(words[:-1]), words[-1]]
    return [" ".join(words)]


def _begins(rest: str, what: str) -> bool:
    return f"{rest.strip()} ".startswith(f"{what} ")
