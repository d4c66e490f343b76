"""What a page may say, and that all else is refused, whatever it is."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcm.web.display.messages import (
    LONGEST,
    Ack,
    Do,
    Give,
    MalformedError,
    Panel,
    Point,
    Take,
    Turn,
    parse_message,
)

GOOD = {
    '{"say":"point","act":"press","x":1.5,"y":2}': Point(say="point", act="press", x=1.5, y=2),
    '{"say":"turn","x":1,"y":2,"notches":-1}': Turn(say="turn", x=1, y=2, notches=-1),
    '{"say":"do","line":"tap nav"}': Do(say="do", line="tap nav"),
    '{"say":"do","line":"lesson next"}': Do(say="do", line="lesson next"),
    '{"say":"do","line":"lesson link try"}': Do(say="do", line="lesson link try"),
    '{"say":"panel","shown":false}': Panel(say="panel", shown=False),
    '{"say":"ack","version":7}': Ack(say="ack", version=7),
    '{"say":"take"}': Take(say="take"),
    '{"say":"give","to":0}': Give(say="give", to=0),
}
BAD = (
    "",
    "null",
    "[]",
    "7",
    "{}",
    '"take"',
    '{"say":"steal"}',
    '{"say":"take","more":1}',
    '{"say":"point","act":"hover","x":1,"y":1}',
    '{"say":"point","act":"press","x":"1","y":1}',
    '{"say":"point","act":"press","x":NaN,"y":1}',
    '{"say":"point","act":"press","x":1e400,"y":1}',
    '{"say":"point","act":"press","x":true,"y":1}',
    '{"say":"turn","x":1,"y":2,"notches":1000000}',
    '{"say":"turn","x":1,"y":2,"notches":1.5}',
    '{"say":"key","name":"","down":true}',
    '{"say":"key","name":"a","down":1}',
    '{"say":"ack","version":-1}',
    '{"say":"do","line":"shot /tmp/x.png"}',
    '{"say":"do","line":"load x"}',
    '{"say":"do","line":"lesson report /tmp/x.html"}',
    '{"say":"do","line":"lesson"}',
    '{"say":"do","line":" tap nav"}',
    '{"say":"do","line":"type @password"}',
    '{"say":"do","line":"type   @security-code[:2]"}',
    '{"say":"do","line":""}',
    '{"say":"take"}{"say":"take"}',
    "[" * 1000,
    '{"say":"do","line":"type ' + "9" * LONGEST + '"}',
)


@pytest.mark.parametrize(("text", "message"), GOOD.items())
def test_a_message_is_read(text: str, message: object) -> None:
    assert parse_message(text) == message


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_message(text)


def test_a_refusal_repeats_nothing() -> None:
    with pytest.raises(MalformedError) as refused:
        parse_message('{"say":"do","word":"s3cret"}')
    assert "s3cret" not in str(refused.value)


plain = st.none() | st.booleans() | st.floats() | st.integers() | st.text()
nested = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
NAMES = ("act", "x", "y", "notches", "name", "down", "line", "shown", "version", "to")
SAID = ("point", "turn", "key", "do", "panel", "ack", "take", "give")
near = st.fixed_dictionaries({"say": st.sampled_from(SAID)}, optional=dict.fromkeys(NAMES, plain))


@given(st.text() | nested.map(json.dumps) | near.map(json.dumps))
def test_nothing_else_ever_comes_of_what_is_said(text: str) -> None:
    with suppress(MalformedError):
        parse_message(text)
