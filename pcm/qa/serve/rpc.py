"""XML-RPC: the body of a request -> the body of its answer. What the methods do is theirs."""

import inspect
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers.expat import ExpatError
from xmlrpc.client import Error, Fault, dumps, loads

from models.errors import PcmError, UnknownNameError

Method = Callable[..., object]
UNREADABLE = (
    ExpatError,
    Error,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
)
"""What the standard library raises for bodies that are no call."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
logger = logging.getLogger(__name__)


def answer_call(body: bytes, methods: Mapping[str, Method]) -> bytes:
    """Carry out one call; whatever it is, there is an answer."""
    try:
        result: Any = (_written(_call(body, methods)),)
    except PcmError as error:
        result = Fault(1, _text(str(error)))
    except Exception as error:  # a fault of ours ends the call, not the window
        logger.error("a remote call failed", exc_info=error)
        result = Fault(2, _text(f"{type(error).__name__}: {error}"))
    return dumps(result, methodresponse=True, encoding="utf-8").encode("utf-8")


def _call(body: bytes, methods: Mapping[str, Method]) -> object:
    try:
        arguments, name = loads(body, use_builtin_types=True)
    except UNREADABLE as error:
        raise PcmError(f"this is no XML-RPC call: {error}") from error
    if not isinstance(name, str):
        raise PcmError("this is no XML-RPC call: it names no method")
    if name not in methods:
        raise UnknownNameError("method", name, methods)
    method = methods[name]
    try:
        inspect.signature(method).bind(*arguments)
    except TypeError as error:
        raise PcmError(f"{name}: {error}") from error
    return method(*arguments)


def _written(value: object) -> object:
    """A value as XML-RPC has it: no None, no large numbers, no signs that XML lacks."""
    match value:
        case None:
            return ""
        case bool():
            return value
        case dict():
            return {_text(str(key)): _written(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_written(inner) for inner in value]
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
