"""A verb line as a line of a flow: its keyword and its cells, escaped for Robot Framework.

Used by the recorder, by walks that failed and by the keywords' examples. What no keyword can say
the same way becomes `Verb    LINE`.
"""

from __future__ import annotations

import re
import shlex

from pcm.headunit.verbs.expect import ROW_STATES
from pcm.headunit.verbs.verb import TECHNOLOGIES
from pcm.qa.naming import NO_KEYWORD, keyword_of, split_line

GAP = "    "
WHOLE_NUMBER, NUMBER = re.compile(r"-?\d{1,9}"), re.compile(r"-?\d{1,5}(\.\d{1,3})?")
SPAN = re.compile(r"\d+(\.\d{1,3})?( ?(s|sec|min|h|d))?", re.IGNORECASE)
NOTHING, ANYTHING = re.compile(""), re.compile(".*", re.DOTALL)
BARS = re.compile(r"\s+bars\s+([0-4])$", re.IGNORECASE)
UNSAID = {keyword_of(verb) for verb in NO_KEYWORD}
"""Words that look like a keyword and are none."""
QUOTED = {"Sms In", "Phone Message"}
WORDS = {"Car Bus", "Knob", "Volume", "Phone Allow", "Portal Security Code"}
"""Keywords with one cell for each word."""
LAST_APART = {
    "Model": re.compile(r"\d+"),
    "Wheel": re.compile(r"\d+"),
    "Portal Renew": re.compile(r"\S+"),
    "Portal Fail": re.compile(r"\S+"),
    "Portal Buy": re.compile("once|monthly", re.IGNORECASE),
    "Expect Row": re.compile("|".join(ROW_STATES)),
}
"""Keywords whose last word is a cell of its own when it is such a word."""
FORMS = {
    "Set": WHOLE_NUMBER, "Year": WHOLE_NUMBER, "Car Mileage": WHOLE_NUMBER,
    "Phone Battery": WHOLE_NUMBER, "Car Speed": NUMBER, "Car Outside": NUMBER,
    "Portal Delay": NUMBER, "Pass Time": SPAN, "Wait": SPAN, "Screen": NOTHING,
}  # fmt: skip
"""Keywords that take less than their verbs do."""


def flow_line(line: str) -> str:
    """The line of a flow that does the same as a verb line; raises UnknownVerbError."""
    keyword, rest = split_line(line)
    strength = BARS.search(rest) if keyword == "Network Is" else None
    cells = _cells(keyword, rest[: strength.start()] if strength else rest)
    if cells is None:
        return join_cells("Verb", line.strip())
    named = (f"bars={strength[1]}",) if strength else ()
    return GAP.join((join_cells(keyword, *cells), *named))


def join_cells(keyword: str, *cells: str) -> str:
    """One line, not yet indented."""
    return GAP.join((keyword, *map(escape, cells)))


def escape(cell: str) -> str:
    """A cell that Robot Framework reads as these very signs."""
    if not cell:
        return "${EMPTY}"
    text = re.sub(r"\\|[$@&%](?=\{)|^#", r"\\\g<0>", cell)
    text = re.sub(r"^(\w+)=", r"\1\\=", text)  # else the name of an argument
    text = re.sub(r"^ | $", "${SPACE}", text)
    text = re.sub(r"(?<= ) ", r"\\ ", text)
    return "".join(sign if sign.isprintable() else _code_point(sign) for sign in text)


def _code_point(sign: str) -> str:
    return f"\\U{ord(sign):08x}"


def _cells(keyword: str, rest: str) -> list[str] | None:
    """The cells of a keyword; None: it cannot say this."""
    if keyword in UNSAID or not FORMS.get(keyword, ANYTHING).fullmatch(rest):
        return None
    if keyword in QUOTED:
        return _shell_words(rest)
    if keyword in WORDS:
        words = rest.split()
        steps = keyword in ("Knob", "Volume") and words[1:2]
        return words if not steps or WHOLE_NUMBER.fullmatch(words[1]) else None
    match keyword:
        case "Network Is":
            return rest.split()
        case "Phone Call":
            return _call(rest.split())
        case "Expect State" | "Expect Reason":
            return [word for word in rest.split(" ", 1) if word]
        case "Expect Row" if " = " in rest:
            return None
    if keyword in LAST_APART:
        first, _, last = rest.rpartition(" ")
        if first and LAST_APART[keyword].fullmatch(last):
            return [first.strip(), last]
    return [rest] if rest else []


def _shell_words(rest: str) -> list[str] | None:
    try:
        return shlex.split(rest)
    except ValueError:
        return None


def _call(words: list[str]) -> list[str]:
    """Action, number with its blanks, technology."""
    action, *number = words or [""]
    technology = number.pop() if number and number[-1].upper() in TECHNOLOGIES else ""
    cells = [action, " ".join(number), technology]
    while cells and not cells[-1]:
        cells.pop()
    return cells
