"""Keywords that look: screen, state, reasons, and what a flow expects of them."""

from typing import Literal

from pcm.qa.keywords.keyword import KeywordError, Keywords, documented, plain

RowState = Literal["on", "off", "chosen", "enabled", "greyed", "focused", ""]


@documented
class LookKeywords(Keywords):
    """What can be read, and what must be there. A failed expectation says what is there instead."""

    def screen(self) -> str:
        """What is on the screen, as text.

        Example:

            Screen
        """
        return self._done("screen")

    def state(self, name: str = "") -> str:
        return self._done("state", name)

    def why(self, what: str = "") -> str:
        return self._done("why", what)

    def howto(self, procedure: str = "") -> str:
        return self._done("howto", procedure)

    def source(self, row: str = "") -> str:
        return self._done("source", row)

    def shot(self, file: str) -> str:
        return self._done("shot", file)

    def trace(self, file: str = "") -> str:
        return self._done("trace", file)

    def screen_should_be(self, screen: str) -> None:
        """The page shown, by its id, its title or its path.

        Example:

            Screen Should Be    PHONE > OPT > SET PHONE
        """
        self._done("expect screen", screen)

    def expect_row(self, row: str, state: RowState = "", text: str = "") -> None:
        """A row is on the screen; it is on, off, chosen, enabled, greyed or focused; it says text.

        Example:

            Expect Row    Roaming    on
            Expect Row    Connect user    text=Giulia Bianchi
        """
        self._done("expect row", row, state)
        if text:
            self._done("expect row", row, "=", text)

    def expect_no_row(self, row: str) -> None:
        """No row of that name is on the screen.

        Example:

            Expect No Row    Remember PIN
        """
        self._done("expect no row", row)

    def expect_overlay(self, overlay: str) -> None:
        """The dialog, keypad or keyboard of this id is open; `none`: nothing is.

        Example:

            Expect Overlay    sim_pin
        """
        self._done("expect overlay", overlay)

    def expect_text(self, text: str) -> None:
        """These words stand somewhere on the screen.

        Example:

            Expect Text    Giulia Bianchi
        """
        self._done("expect text", text)

    def expect_state(self, name: str, value: str) -> None:
        """What the head unit knows; `State` alone lists all names and values.

        Example:

            Expect State    registration    roaming
        """
        self._done("expect state", name, value)

    def expect_data(self, path: Literal["embedded", "inserted", "hotspot", "none"]) -> None:
        """What carries data.

        Example:

            Expect Data    inserted
        """
        self._done("expect data", path)

    def expect_reason(self, key: str, row: str = "") -> None:
        """The key of a reason that is told: why there is no data, of a message, or of a greyed row.

        Example:

            Expect Reason    call_on_2g
        """
        self._done("expect reason", key, row)

    def expect_problem(self, key: str) -> None:
        """The key of what the open entry says is wrong with what was confirmed; or none.

        Example:

            Expect Problem    link_unknown_code
        """
        self._done("expect problem", key)

    def expect_refused(self, line: str, reason: str = "") -> str:
        """The head unit refuses this verb line, for the reason of this key; its words.

        Example:

            Expect Refused    ok    pin_wrong
            Expect Refused    tap Roaming
        """
        answer = self.do_line(line)
        if answer.ok:
            raise KeywordError(f"expected {line!r} to be refused; it was done")
        if not answer.refused:
            raise KeywordError(answer.text)
        if reason and answer.reason != reason:
            raise KeywordError(
                f"expected {line!r} to be refused for {reason!r}; it is for {answer.reason!r}:"
                f" {answer.text}"
            )
        return answer.text

    def verb(self, line: str) -> str:
        """Any verb line, as at the console.

        Example:

            Verb    car bus silent ESP_01
        """
        return self._done(plain(line))
