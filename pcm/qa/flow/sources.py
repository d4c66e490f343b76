"""The files of flows before they run: found, without a fault of syntax, with a test for the car.

Faults are told here, in one line each, so that a run never begins with a file that cannot work.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from robot.api import TestSuiteBuilder
from robot.api.parsing import get_model
from robot.conf import RobotSettings
from robot.errors import DataError, Information
from robot.output import LOGGER
from robot.run import USAGE, RobotFramework
from robot.running import TestSuite

from models.catalogue import find_car
from models.errors import PcmError, nearest_hint
from pcm.qa.flow.combinations import Combination
from pcm.qa.tags import fits, fitting_tags

SUFFIX = ".robot"
SHORT_LIST = 8
OURS = ("outputdir", "output", "log", "report", "xunit", "timestampoutputs", "legacyoutput", "name")
"""Options of Robot Framework that say where results go: `flow` says that itself."""


def find_sources(names: Iterable[str]) -> list[Path]:
    """The files and folders as they were named; raises PcmError for what is not there."""
    found = [Path(name) for name in names]
    for path in found:
        if path.is_dir():
            if not any(path.rglob(f"*{SUFFIX}")):
                raise PcmError(f"no flow (*{SUFFIX}) in {path}")
        elif not path.is_file():
            raise PcmError(f"no file {path}{_near(path)}")
        elif path.suffix != SUFFIX:
            raise PcmError(f"{path} is no flow: the name of one ends in {SUFFIX}")
    return found


def _near(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return ": its folder is not there either"
    names = [item.name for item in folder.glob(f"*{SUFFIX}")]
    names += [item.name for item in folder.iterdir() if item.is_dir() and item.name[0] != "."]
    hint = nearest_hint(path.name, names)
    flows = sorted(name for name in names if name.endswith(SUFFIX))
    if hint or not 0 < len(flows) <= SHORT_LIST:
        return hint
    return f"; there are {', '.join(flows)}"


def flow_files(sources: Iterable[Path]) -> Iterator[Path]:
    """Every file of the sources, those of folders in order."""
    for path in sources:
        yield from sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else (path,)


def syntax_faults(file: Path) -> list[str]:
    """`FILE:LINE: what is wrong`, with the nearest right names as Robot Framework tells them."""
    try:
        model = get_model(file)
    except DataError as error:
        return [f"{file}: {_one_line(str(error))}"]
    except UnicodeDecodeError:
        return [f"{file}: this is no text in UTF-8"]
    found: dict[tuple[int, str], None] = {}
    for node in ast.walk(model):
        told = list(getattr(node, "errors", ()))
        told += [token.error for token in getattr(node, "tokens", ()) if token.error]
        found.update(dict.fromkeys((getattr(node, "lineno", 1), _one_line(text)) for text in told))
    return [f"{file}:{line}: {text}" for line, text in sorted(found)]


def _one_line(text: str) -> str:
    """`Non-existing setting 'Libary'; did you mean Library?`"""
    words, sign, near = text.partition(" Did you mean:")
    if not sign:
        return " ".join(text.split())
    return f"{words.rstrip('.')}; did you mean {', '.join(near.split())}?"


def parse_options(words: list[str]) -> dict[str, Any]:
    """What was said after `--`, as Robot Framework reads it; raises PcmError."""
    try:
        options, more = RobotFramework().parse_arguments([*words, "FILE"])
    except Information:
        raise PcmError("for Robot Framework's own help: python -m robot --help") from None
    except DataError as error:
        known = re.findall(r"--([a-z]+)\b", USAGE)
        wrong = re.match(r"option --(\S+) not recognized", str(error))
        hint = nearest_hint(wrong.group(1), known) if wrong else ""
        if str(error).startswith("Expected at least"):
            raise PcmError(f"after --: {words[-1]} needs a value") from None
        raise PcmError(f"after --: {_one_line(str(error))}{hint}") from None
    if more != ["FILE"]:
        raise PcmError(f"after --: {more[0]!r} is no option; files of flows stand before --")
    ours = [name for name in OURS if options.get(name)]
    if ours:
        raise PcmError(f"after --: --{ours[0]} is not for here: flow itself says it")
    return dict(options)


def load_suite(sources: list[Path], options: dict[str, Any]) -> TestSuite:
    """The tests that the options choose; raises PcmError when that is none."""
    LOGGER.unregister_console_logger()
    settings = RobotSettings(options)
    try:
        suite = TestSuiteBuilder(
            included_extensions=settings.extension,
            included_files=settings.parse_include,
            lang=settings.languages,
            allow_empty_suite=settings.run_empty_suite,
        ).build(*sources)
        suite.configure(**settings.suite_config)
    except DataError as error:
        raise PcmError(_one_line(str(error))) from None
    return suite


def count_tests(suite: TestSuite, combination: Combination) -> int:
    """How many of the tests are for the car; all of them when the flow itself chooses it."""
    tests = list(suite.all_tests)
    if not combination.car:
        return len(tests)
    fitting = fitting_tags(find_car(combination.car))
    return sum(fits(test.tags, fitting) for test in tests)
