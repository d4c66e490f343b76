"""How a verb is called in a flow: `car ignition` is the keyword `Car Ignition`.

Used for the keywords' documentation, for what is written as a flow, and for near names.
"""

from pcm.headunit.verbs import find_verb

OTHERWISE = {
    "net": "Network Is",
    "pass": "Pass Time",
    "expect screen": "Screen Should Be",
}
"""Words of a verb -> its keyword, where that is not the words themselves."""

NO_KEYWORD = {"help", "quit", "record", "expect"}
"""Verbs of a person at a terminal, and `expect`, which is one keyword for each thing expected."""

EXPECTED = ("screen", "row", "no row", "overlay", "text", "state", "reason", "problem", "data")


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


def _begins(rest: str, what: str) -> bool:
    return f"{rest.strip()} ".startswith(f"{what} ")
