"""Reads YAML content files into typed, frozen values; used by every loader of data.

YAML 1.2 core schema (`OFF`, `on`, `NO` are strings). A broken file yields all its errors at once,
each with file, line, key and the nearest right name. Reading data never runs code: only plain
scalars, lists and maps.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

# No plugin of another package takes part in reading content; not looking for one saves 28 ms too.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from models.errors import PcmError, nearest_hint

KeyPath = tuple[str | int, ...]


class Content(BaseModel):
    """Base of all content values: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


C = TypeVar("C", bound=Content)


class ContentFault:
    """One fault of one file: where it is and what to do."""

    def __init__(self, path: Path, line: int, key: str, problem: str) -> None:
        self.path, self.line, self.key, self.problem = path, line, key, problem

    def __str__(self) -> str:
        where = f"{shown_path(self.path)}:{self.line}"
        return f"{where}: {self.key}: {self.problem}" if self.key else f"{where}: {self.problem}"


class ContentError(PcmError):
    """All the faults found in content, one line each."""

    def __init__(self, faults: list[ContentFault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class Document:
    """The plain value of a YAML file and the line of each of its keys."""

    def __init__(self, path: Path, value: Any, lines: Mapping[KeyPath, int]) -> None:
        self.path, self.value, self.lines = path, value, lines

    def line_of(self, keys: KeyPath) -> int:
        """Line (from 1) of the nearest enclosing key that the file really holds."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def fault(self, keys: KeyPath, problem: str) -> ContentFault:
        return ContentFault(self.path, self.line_of(keys), shown_keys(keys), problem)


class _CoreLoader(yaml.CSafeLoader):
    """libyaml's parser with the scalar rules of YAML 1.2's core schema in place of those of 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """As PyYAML does, but `!!int x`, `!!timestamp x` and 5000 digits have a line too."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, AttributeError):
            problem = f"{str(node.value)[:40]!r} is no {node.tag.rpartition(':')[2]}"
            raise yaml.MarkedYAMLError(None, None, problem, node.start_mark) from None


_CORE_SCALARS = (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?",
        "-+.0123456789",
    ),
    ("tag:yaml.org,2002:null", r"null|Null|NULL|~|", "nN~\0"),
)
for _tag, _pattern, _first in _CORE_SCALARS:
    _CoreLoader.add_implicit_resolver(
        _tag, re.compile(rf"^(?:{_pattern})$"), [*_first.replace("\0", ""), ""]
    )


def _construct_int(loader: _CoreLoader, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)))  # PyYAML's own reads 010 as 8 and 08 as a fault


_CoreLoader.add_constructor("tag:yaml.org,2002:int", _construct_int)


def read_document(path: Path) -> Document:
    """Parse one file; raises ContentError for a missing, unreadable or malformed one."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read: {error}"
        raise ContentError([ContentFault(path, 1, "", why)]) from None
    try:
        return _parse(path, text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem
    except yaml.YAMLError as error:  # a control character: the parser has no line for it
        line, problem = 1, str(error).partition("\n")[0]
    except RecursionError:
        line, problem = 1, "too many lists and maps in each other"
    raise ContentError([ContentFault(path, line, "", f"is not YAML: {problem}")])


def _parse(path: Path, text: str) -> Document:
    loader = _CoreLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise ContentError([ContentFault(path, 1, "", "is empty")])
        notes = _Notes(path)
        notes.take(node, ())
        if notes.faults:
            raise ContentError(notes.faults)
        return Document(path, loader.construct_document(node), notes.lines)
    finally:
        loader.dispose()


class _Notes:
    """The line of each key of a file, and the faults of its shape."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines: dict[KeyPath, int] = {}
        self.faults: list[ContentFault] = []
        self._seen: set[int] = set()  # an alias is its anchor's node once more

    def take(self, node: yaml.Node, keys: KeyPath) -> None:
        self.lines.setdefault(keys, node.start_mark.line + 1)
        if isinstance(node, yaml.ScalarNode):
            return
        if id(node) in self._seen:
            self._fault(keys, self.lines[keys], "is an alias (*); write it out")
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                inner = (*keys, str(key_node.value))
                line = key_node.start_mark.line + 1
                if inner in self.lines:
                    self._fault(inner, line, "is written twice")
                self.lines[inner] = line
                self.take(value_node, inner)
        else:
            for index, item in enumerate(node.value):
                self.take(item, (*keys, index))

    def _fault(self, keys: KeyPath, line: int, problem: str) -> None:
        self.faults.append(ContentFault(self.path, line, shown_keys(keys), problem))


def parse_content(document: Document, kind: type[C]) -> C:
    """Validate a document as `kind`; raises ContentError with every fault found."""
    try:
        return kind.model_validate(document.value)
    except ValidationError as error:
        raise ContentError([_fault(document, kind, item) for item in error.errors()]) from None


def load_content(path: Path, kind: type[C]) -> C:
    """Read and validate one file."""
    return parse_content(read_document(path), kind)


def _fault(document: Document, kind: type[Content], item: Any) -> ContentFault:
    keys: KeyPath = item["loc"]
    problem = str(item["msg"])
    if item["type"] == "extra_forbidden":
        problem = f"unknown key{nearest_hint(str(keys[-1]), known_keys(kind))}"
    elif item["type"] in ("literal_error", "enum"):
        expected = str(item["ctx"]["expected"])
        hint = nearest_hint(str(item["input"]), re.findall(r"'([^']*)'", expected))
        problem = f"{item['input']!r} is not one of {expected}{hint}"
    elif item["type"] == "value_error":
        problem = problem.removeprefix("Value error, ")
    return document.fault(keys, problem)


@cache
def known_keys(kind: type[Content]) -> frozenset[str]:
    """Every key that may stand anywhere in a file of this kind (to propose the nearest)."""
    found: set[str] = set()
    for model in _models(kind, set()):
        found.update(field.alias or name for name, field in model.model_fields.items())
    return frozenset(found)


def _models(kind: Any, seen: set[Any]) -> Iterator[type[Content]]:
    if isinstance(kind, type) and issubclass(kind, Content):
        if kind in seen:
            return
        seen.add(kind)
        yield kind
        for field in kind.model_fields.values():
            yield from _models(field.annotation, seen)
    for argument in getattr(kind, "__args__", ()):
        yield from _models(argument, seen)


def shown_keys(keys: KeyPath) -> str:
    """('rows', 3, 'kind') -> "rows[3].kind"."""
    text = ""
    for key in keys:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else str(key)
    return text


def shown_path(path: Path) -> str:
    """The path as seen from the checkout, or whole when it lies elsewhere."""
    root = Path(__file__).resolve().parent.parent
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
