"""The words of a lesson on one car: with the ways to its procedures and the labels of its menus."""

from __future__ import annotations

import re

from menus.howto import Howto, howto
from menus.tree import label_key
from models.catalogue import Languages
from models.content import KeyPath, read_document
from models.errors import PcmError, UnknownNameError
from pcm.headunit.session import Session
from pcm.headunit.view import Setup
from pcm.training.lesson import lesson_file

NAMED = re.compile(r"\{(path|label):([\w-]+)\}")
"""In the words of a lesson: the path of a procedure, the label of a menu entry."""


def procedures_of(setup: Setup, language: Languages) -> dict[str, Howto]:
    """Where each procedure is in this car, by name."""
    found = howto(setup.car, setup.year, language)
    return {procedure.procedure: procedure for procedure in found}


class WordsOnCar:
    """The words of one lesson, in the language of the car's head unit."""

    def __init__(self, name: str, car: Session) -> None:
        self.name, self.car = name, car
        self.procedures = procedures_of(car.setup, car.unit.state.language)

    def fill(self, text: str) -> str:
        """The words with this car's paths and labels."""
        return NAMED.sub(self._named, text)

    def _named(self, found: re.Match[str]) -> str:
        tree, view = self.car.setup.tree, self.car.unit.view
        what, name = found.groups()
        try:
            if what == "label":
                return view.labels.text(label_key(tree.node(name)))
            if name not in self.procedures:
                raise UnknownNameError("procedure", name, self.procedures)
        except PcmError as error:
            raise self.fault((), found.group(), str(error)) from None
        return " > ".join(self.procedures[name].path)

    def fault(self, key: KeyPath, line: str, problem: str) -> PcmError:
        """What does not fit the car, with file, line and key."""
        setup = self.car.setup
        where = f"{setup.car.id} {setup.year} ({setup.market.code})"
        fault = read_document(lesson_file(self.name)).fault(key, f"{line!r} on {where}: {problem}")
        return PcmError(str(fault))
