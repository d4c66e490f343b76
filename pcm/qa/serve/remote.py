"""The methods of Robot's remote protocol over a library of keywords.

Robot itself lists the keywords and converts their arguments, so they are those of a flow. Answers
are masked as in a report: who needs a secret says @code and the like.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from robot.api.types import Secret
from robot.errors import DataError
from robot.running import TestLibrary
from robot.running.arguments import ArgInfo
from robot.running.librarykeyword import LibraryKeyword

from models.errors import PcmError, UnknownNameError
from pcm.headunit.masking import masked_text
from pcm.headunit.trace import MASK
from pcm.qa.library import HeadUnit
from pcm.qa.log_picture import log_picture
from pcm.qa.serve.rpc import Method

MARKS = {
    ArgInfo.VAR_POSITIONAL: "*",
    ArgInfo.VAR_NAMED: "**",
    ArgInfo.NAMED_ONLY_MARKER: "*",
}
UNTOLD = str(Secret(""))
"""What Robot's client sends in the place of a Secret."""
_FOLDED = re.compile(r"[\s_]")


class RemoteLibrary:
    """`notice`: a line of the server about itself, for the documentation."""

    def __init__(self, unit: HeadUnit, notice: Callable[[], str]) -> None:
        found = TestLibrary.from_class(type(unit))
        found.instance = self._unit = unit
        self._keywords: dict[str, LibraryKeyword] = {str(kw.name): kw for kw in found.keywords}
        self._folded = {_folded(name): name for name in self._keywords}
        self._doc, self._notice = found.doc, notice

    @property
    def methods(self) -> Mapping[str, Method]:
        """What a client can call, by name."""
        return {
            "get_keyword_names": self.get_keyword_names,
            "get_keyword_arguments": self.get_keyword_arguments,
            "get_keyword_types": self.get_keyword_types,
            "get_keyword_tags": self.get_keyword_tags,
            "get_keyword_documentation": self.get_keyword_documentation,
            "get_library_information": self.get_library_information,
            "run_keyword": self.run_keyword,
        }

    def get_keyword_names(self) -> list[str]:
        return list(self._keywords)

    def get_keyword_arguments(self, name: str) -> list[str]:
        return [_argument(argument) for argument in self._keyword(name).args]

    def get_keyword_types(self, name: str) -> dict[str, str]:
        return {arg.name: _type(arg) for arg in self._keyword(name).args if arg.type}

    def get_keyword_tags(self, name: str) -> list[str]:
        return list(self._keyword(name).tags)

    def get_keyword_documentation(self, name: str) -> str:
        """Of a keyword; `__intro__` and `__init__` are the library's own."""
        if name == "__intro__":
            return f"{self._doc}\n\n{self._notice()}"
        return "" if name == "__init__" else str(self._keyword(name).doc)

    def get_library_information(self) -> dict[str, dict[str, object]]:
        """All of the above at once."""
        about: dict[str, dict[str, object]] = {
            name: {
                "args": self.get_keyword_arguments(name),
                "types": self.get_keyword_types(name),
                "tags": self.get_keyword_tags(name),
                "doc": self.get_keyword_documentation(name),
            }
            for name in self._keywords
        }
        about["__intro__"] = {"doc": self.get_keyword_documentation("__intro__")}
        return about

    def run_keyword(
        self, name: str, arguments: Sequence[object] = (), named: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Robot's result: PASS with what the keyword returned, or FAIL with its words and a picture
        of the screen for the log.
        """
        try:
            keyword = self._keyword(name)
            positional, options = _converted(keyword, arguments, named)
            returned = keyword.method(*positional, **options)
        except (AssertionError, PcmError) as error:
            words = masked_text(self._unit.session, str(error))
            return {"status": "FAIL", "error": words, "output": self._picture()}
        return {"status": "PASS", "return": self._masked(returned)}

    def _keyword(self, name: str) -> LibraryKeyword:
        known = self._folded.get(_folded(str(name)))
        if known is None:
            raise UnknownNameError("keyword", str(name), self._keywords)
        return self._keywords[known]

    def _masked(self, value: object) -> object:
        match value:
            case Secret():
                return MASK
            case str():
                return masked_text(self._unit.session, value)
            case _:
                return value

    def _picture(self) -> str:
        """As Robot takes it into its log."""
        try:
            return f"*HTML* {log_picture(self._unit.driver)}"
        except PcmError as error:
            return f"*WARN* no picture: {error}"


def _folded(name: str) -> str:
    """`Expect Row`, `expect_row` and `expectrow` are one keyword, as in Robot."""
    return _FOLDED.sub("", name).casefold()


def _argument(argument: ArgInfo) -> str:
    """As the protocol has it: `row`, `times=1`, `*words`; `*` alone before what is named only."""
    default = argument.default_repr
    text = MARKS.get(argument.kind, "") + argument.name
    return text if default is None else f"{text}={default}"


def _type(argument: ArgInfo) -> str:
    return str(argument.type).replace(" | Secret", "")  # a Secret does not travel


def _converted(
    keyword: LibraryKeyword, arguments: object, named: object
) -> tuple[list[object], dict[str, object]]:
    """The arguments as Robot converts them for the keyword; raises PcmError in Robot's words."""
    cells = [_cell(value) for value in _listed(arguments)]
    options = {str(key): _cell(value) for key, value in _mapped(named).items()}
    try:
        positional, kwargs = keyword.resolve_arguments(cells, options)
    except (DataError, ValueError) as error:
        raise PcmError(f"{keyword.name}: {error}") from error
    return positional, dict(kwargs)


def _cell(value: object) -> object:
    """Robot's client sends what is not XML as bytes; anything else but text is left to Robot."""
    if value == UNTOLD:
        raise PcmError("a Secret of Robot does not travel; say @code, @pin and the like")
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _listed(arguments: object) -> Sequence[object]:
    if isinstance(arguments, list | tuple):
        return arguments
    raise PcmError("the arguments of a keyword are an array")


def _mapped(named: object) -> Mapping[str, object]:
    if not named:
        return {}
    if isinstance(named, dict):
        return named
    raise PcmError("the named arguments of a keyword are a struct")
