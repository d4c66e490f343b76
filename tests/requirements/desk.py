"""A car on the desk as the requirement tests drive it: verb lines in, words and state out."""

from __future__ import annotations

from models.catalogue import Languages, find_car, load_cars
from pcm.headunit.report import describe_state, words_on
from pcm.headunit.screen import Row, Screen
from pcm.headunit.session import Session
from pcm.headunit.verbs.expect import state_word

CarYear = tuple[str, int]


def cars_with(*pcms: str) -> list[CarYear]:
    """Every car of these PCM generations, with its first and its last model year; () means all."""
    return [
        (car.id, year)
        for car in load_cars().cars
        if not pcms or car.pcm in pcms
        for year in sorted(set(car.years))
    ]


PAIRED = cars_with("4.0", "4.1", "5.0")
"""Cars that are linked by a pairing code."""
BY_ID = cars_with("6.0")
"""Cars that are linked by the Porsche ID."""


class Desk:
    """One session; `do` fails the test when the line is refused."""

    def __init__(
        self, car: str, year: int, country: str = "IT", language: Languages = "it", seed: int = 1
    ) -> None:
        self.session = Session(find_car(car, year), year, country, language, seed)

    def do(self, *lines: str) -> str:
        """Carry out lines that must all succeed; the text of the last answer."""
        text = ""
        for line in lines:
            answer = self.session.do(line)
            assert answer.ok, f"{line}: {answer.text}"
            text = answer.text
        return text

    def refused(self, line: str) -> str:
        """Carry out a line that must be refused; the words of the refusal."""
        answer = self.session.do(line)
        assert not answer.ok, f"{line}: was not refused: {answer.text}"
        assert not answer.unknown, f"{line}: {answer.text}"
        return answer.text

    def state(self, name: str) -> str:
        """A state value as `state NAME` prints it: on, off, none, a number, a word."""
        return state_word(describe_state(self.session)[name])

    def states(self, *names: str) -> tuple[str, ...]:
        return tuple(self.state(name) for name in names)

    @property
    def screen(self) -> Screen:
        return self.session.screen

    @property
    def words(self) -> str:
        """Every word on the screen."""
        return "\n".join(words_on(self.screen))

    @property
    def why(self) -> list[str]:
        """The keys of the reasons why there is no data; empty when data flows."""
        return [shown.reason.key for shown in self.session.unit.why()]

    def row(self, name: str) -> Row:
        """A row of the screen by id or label."""
        rows = self.screen.all_rows
        found: list[Row] = [row for row in rows if name in (row.id, row.label)]
        assert len(found) == 1, f"{name}: not one of {[row.id for row in rows]}"
        return found[0]

    def say(self, key: str, **values: str | int) -> str:
        """Words of assets/texts in the head unit's language."""
        return self.session.unit.view.texts.say(key, **values)

    def problem(self) -> str:
        """The refusal that stands in the open entry, "" when there is none."""
        return str(getattr(self.screen.overlay, "problem", ""))

    def go(self, id_: str) -> None:
        """Touch an entry by its whole path from the main menu."""
        tree, label = self.session.setup.tree, self.session.unit.view.label
        self.do("tap " + " > ".join(label(tree.node(step)) for step in tree.path(id_)))

    def open_link(self) -> None:
        """The entry that links the car: the pairing code, or the Porsche ID."""
        by_code = self.session.setup.generation.login == "pairing_code"
        self.go("enter_pairing_code" if by_code else "set_up_account")

    def type_id(self, who: str = "") -> None:
        """Type a right Porsche ID: of the owner, or with "second-" of the secondary user."""
        self.do(f"type @{who}email", "ok", f"type @{who}password")
        if self.session.setup.market.offer.security_code:
            self.do("ok", f"type @{who}security-code")

    def link(self) -> None:
        """Link the owner with what is right."""
        self.open_link()
        if self.session.setup.generation.login == "pairing_code":
            self.do("type @code")
        else:
            self.type_id()
        self.do("ok", "expect state account logged_in", "home")

    def erase(self, times: int) -> None:
        for _ in range(times):
            self.do("erase")
