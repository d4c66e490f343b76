"""What every group of keywords stands on: one verb line is done, or the keyword fails in words."""

from __future__ import annotations

import inspect
import shlex
from typing import TypeVar

from robot.api.types import Secret

from pcm.headunit.session import Answer
from pcm.headunit.verbs.verb import load_verb_help
from pcm.qa.cells import flow_line
from pcm.qa.naming import keyword_of

Group = TypeVar("Group")
Text = str | Secret
"""Words, or a secret that no report shows."""


class Keywords:
    """A group of keywords; who mixes them in carries the lines out."""

    def do_line(self, line: str) -> Answer:
        """Carry out one verb line, whatever comes of it."""
        raise NotImplementedError

    def _done(self, *words: object) -> str:
        """Carry out a verb; its answer. Raises KeywordError when it is refused or wrong."""
        raise NotImplementedError


class KeywordError(AssertionError):
    """A keyword was refused, was wrong, or found something else than expected; in one line."""

    ROBOT_SUPPRESS_NAME = True


def plain(value: object) -> str:
    """A keyword's argument as a verb takes it."""
    match value:
        case bool():
            return "on" if value else "off"
        case float():
            return f"{value:g}"
        case Secret():
            return str(value.value)
        case _:
            return str(value)


def quoted(text: str) -> str:
    """Words that are one argument of a verb."""
    return shlex.quote(text)


def documented(group: type[Group]) -> type[Group]:
    """Each keyword that is a verb gets the verb's help and example, so they cannot differ."""
    for words, verb in load_verb_help().items():
        method = vars(group).get(keyword_of(words).replace(" ", "_").lower())
        if inspect.isfunction(method) and not method.__doc__:
            method.__doc__ = f"{_sentence(verb.help)}\n\nExample:\n\n    {flow_line(verb.example)}"
    return group


def _sentence(help_: str) -> str:
    return help_[0].upper() + help_[1:] + "."
