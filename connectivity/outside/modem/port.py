"""One client's AT session: line editing, echo, result codes, unsolicited codes (V.250, 5 and 6.2).

In process and at once; bytes come in by `write` and are taken out by `read`. No handshake lines, no
data state: a port always takes commands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from connectivity.outside.modem.command import (
    Act,
    Answer,
    AtError,
    CmeError,
    CmsError,
    Command,
    OnAir,
    Parameters,
    Prompt,
    Result,
)
from connectivity.outside.modem.commands import COMMANDS, WATCHES
from connectivity.outside.modem.parser import Form, Request, next_request, tidy
from connectivity.outside.modem.settings import PortSettings

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.state import ModemState

LONGEST_LINE, LONGEST_TEXT = 2048, 4096
_CTRL_Z, _ESC, _LF, _CR = 26, 27, 10, 13
_MESSAGE_ERRORS = {10: 310, 11: 311, 12: 316, 13: 313, 25: 305, 50: 305}
"""+CME ERROR -> +CMS ERROR; all others: 302, operation not allowed."""
_NUMBERS = {result.words: result.value for result in Result}


class AtPort:
    """A session with the modem. `settings` are this client's own."""

    def __init__(self, modem: ModemEmulator) -> None:
        self.modem = modem
        self.settings = PortSettings()
        self.profile = PortSettings()  # what Z returns to
        self._out = bytearray()
        self._prefix = ""  # "A" once it was typed
        self._line: bytearray | None = None  # the body that is being typed
        self._last = ""  # for A/
        self._body, self._at = "", 0  # the line that is being executed
        self._busy = False
        self._prompt: Prompt | None = None
        self._text = bytearray()
        self._air: OnAir | None = None
        self._air_due = 0
        self._held = bytearray()  # came while a command could not be aborted
        self._told: list[str] = []  # unsolicited codes that wait for the end of a command

    @property
    def executing(self) -> bool:
        """A command of this client is being executed: what changes now is its doing."""
        return self._busy

    def read(self) -> bytes:
        """Everything the modem has to say; b"" when nothing."""
        if not self._out:
            return b""
        said, self._out = bytes(self._out), bytearray()
        return said

    def write(self, data: bytes) -> None:
        for byte in data:
            if self._air:
                self._interrupt(byte)
            elif self._prompt:
                self._take_text(byte)
            else:
                self._type(byte)

    def close(self) -> None:
        """The client is gone; what it began is forgotten."""
        if self in self.modem.ports:
            self.modem.ports.remove(self)
        self.modem.cancel(self._air_due)

    def tell(self, *lines: str) -> None:
        """Send unsolicited result codes, after the command that is being executed."""
        self._told += lines
        if not (self._busy or self._prompt or self._air):
            self._flush()

    def notice(self, before: ModemState) -> None:
        """The modem changed: tell what this client asked to be told."""
        for watch in WATCHES:
            if lines := watch(self.modem, self, before):
                self.tell(*lines)

    def _type(self, byte: int) -> None:
        settings = self.settings
        if self._line is None:
            self._echo(byte)
            self._take_prefix(chr(byte).upper())
        elif byte == settings.line_end:
            self._echo(byte)
            line, self._line = self._line, None
            self._begin(line)
        elif byte == settings.backspace:
            if self._line:
                self._line.pop()
                self._echo(byte, 32, byte)
        else:
            self._echo(byte)
            if byte >= 32 and len(self._line) <= LONGEST_LINE:
                self._line.append(byte)

    def _take_prefix(self, letter: str) -> None:
        if self._prefix and letter == "T":
            self._prefix, self._line = "", bytearray()
        elif self._prefix and letter == "/":
            self._prefix = ""
            self._run(self._last)
        else:
            self._prefix = "A" if letter == "A" else ""

    def _echo(self, *bytes_: int) -> None:
        if self.settings.echo:
            self._out += bytes(bytes_)

    def _begin(self, line: bytearray) -> None:
        if len(line) > LONGEST_LINE:
            self._say_result("ERROR")
            return
        self._last = tidy(line.decode("latin-1"))
        self._run(self._last)

    def _run(self, body: str) -> None:
        self._body, self._at = body, 0
        self._work(None)

    def _work(self, first: Callable[[], Answer] | None) -> None:
        """Execute the rest of the line; an error or a result but OK ends it (V.250, 5.2.3)."""
        self._busy = True
        try:
            going = first is None or self._settle(first())
            while going and self._at < len(self._body):
                request, self._at = next_request(self._body, self._at)
                going = self._settle(self._answer(request))
            if going:
                self._say_result(Result.OK.words)
        except AtError as error:
            self._say_result(error.final(self.settings.errors))
        finally:
            self._busy = False
        if not (self._prompt or self._air):
            self._flush()

    def _answer(self, request: Request) -> Answer:
        command = COMMANDS.get(request.name)
        if command is None:
            raise AtError if request.form is Form.TEST else CmeError(100)
        if request.form is Form.TEST:
            return self._test(request.name, command)
        act: Act | None = getattr(command, request.form.value)
        if act is None:
            raise AtError
        try:
            self.modem.demand(command.need)
            if len(request.parameters) > command.most:
                raise CmeError(50)
            return act(self.modem, self, request.parameters)
        except CmeError as error:
            raise _in_family(command, error) from error

    def _test(self, name: str, command: Command) -> Answer:
        if not isinstance(command.test, str):
            try:
                self.modem.demand(command.need)
            except CmeError as error:
                raise _in_family(command, error) from error
            return command.test(self.modem, self, Parameters())
        return (f"{name}: {command.test}",) if command.test else ()

    def _settle(self, answer: Answer) -> bool:
        """Say an answer; True when the line goes on."""
        match answer:
            case Prompt():
                self._prompt, self._text = answer, bytearray()
                self._ask()
                return False
            case OnAir(seconds, finish):
                if not self.modem.air_delays:
                    return self._settle(finish(self.modem, self))
                self._air, self._air_due = answer, self.modem.later(seconds, self._land)
                return False
            case Result():
                if answer is not Result.OK:
                    self._say_result(answer.words)
                return answer is Result.OK
            case _:
                self._say_text(answer)
        return True

    def _land(self) -> None:
        """The answer came over the air."""
        air, self._air = self._air, None
        if air:
            self._work(lambda: air.finish(self.modem, self))
        held, self._held = self._held, bytearray()
        self.write(bytes(held))

    def _interrupt(self, byte: int) -> None:
        """Any character aborts (V.250, 5.6.1), but the line feed that ended the line before."""
        if self._air and self._air.abortable and byte != _LF:
            self._air = None
            self.modem.cancel(self._air_due)
            self._say_result(CmeError(52).final(self.settings.errors))
            self._flush()
        elif len(self._held) < LONGEST_LINE:
            self._held.append(byte)

    def _take_text(self, byte: int) -> None:
        prompt, text = self._prompt, self._text
        if byte in (_ESC, _CTRL_Z):
            self._prompt = None
            if byte == _CTRL_Z and prompt:
                self._work(lambda: prompt.take(self.modem, self, text.decode("latin-1")))
            else:  # TS 27.005, 3.5.1: cancelled
                self._say_result(Result.OK.words)
                self._flush()
        elif byte == self.settings.backspace:
            if text:
                text.pop()
                self._echo(byte, 32, byte)
        elif byte == _LF and (not text or text[-1] == _CR):
            pass  # the tail of a line break
        elif len(text) < LONGEST_TEXT:
            text.append(byte)
            self._echo(byte)
            if byte == _CR and prompt and prompt.lines:
                self._ask()

    def _ask(self) -> None:
        self._out += b"\r\n> "  # TS 27.005, 3.5.1

    def _flush(self) -> None:
        told, self._told = self._told, []
        for line in told:
            self._say_result(line)

    def _say_text(self, lines: tuple[str, ...]) -> None:
        if lines:
            end = bytes((self.settings.line_end, self.settings.formatting))
            text = end.join(line.encode("latin-1", "replace") for line in lines)
            self._out += (end if self.settings.verbose else b"") + text + end

    def _say_result(self, words: str) -> None:
        """A result code; extended ones have no number (V.250, 5.7.1)."""
        settings = self.settings
        if settings.quiet:
            return
        if not settings.verbose and words in _NUMBERS:
            self._out += b"%d%c" % (_NUMBERS[words], settings.line_end)
            return
        end = bytes((settings.line_end, settings.formatting))
        self._out += end + words.encode("latin-1", "replace") + end


def _in_family(command: Command, error: CmeError) -> AtError:
    """The error as the command's family tells it: TS 27.005 has its own."""
    return CmsError(_MESSAGE_ERRORS.get(error.code, 302)) if command.message_service else error
