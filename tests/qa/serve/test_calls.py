"""What is called: Robot's protocol over the keywords, and answers for whatever is no call."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any
from xmlrpc.client import Fault, dumps, loads

import pytest

from pcm.qa.library import HeadUnit
from pcm.qa.serve.remote import RemoteLibrary
from pcm.qa.serve.rpc import answer_call

Call = Callable[..., Any]

NO_CALLS = {
    "nothing": b"",
    "text": b"hello",
    "half a call": b"<methodCall><methodName>run",
    "another document": b"<html><body/></html>",
    "no method": b"<methodCall><params/></methodCall>",
    "an answer": dumps((1,), methodresponse=True).encode(),
    "a fault": dumps(Fault(1, "x")).encode(),
    "no number": b"<methodCall><methodName>m</methodName><params><param><value><int>x</int></value>"
    b"</param></params></methodCall>",
    "no date": b"<methodCall><methodName>m</methodName><params><param><value>"
    b"<dateTime.iso8601>x</dateTime.iso8601></value></param></params></methodCall>",
    "no base64": b"<methodCall><methodName>m</methodName><params><param><value>"
    b"<base64>&#255;</base64></value></param></params></methodCall>",
    "no name": b"<methodCall><methodName></methodName><params/></methodCall>",
    "deep": b"<methodCall><methodName>m</methodName><params><param>"
    + b"<value><array><data>" * 20_000,
    "entities": b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 1000 + b'">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>'
    b"<methodCall><methodName>&e;</methodName></methodCall>",
}


@pytest.fixture
def unit() -> Iterator[HeadUnit]:
    made = HeadUnit("718-982", 2019, language="en")
    yield made
    made.close()


@pytest.fixture
def call(unit: HeadUnit) -> Call:
    """Calls a method as a client does, by XML."""
    remote = RemoteLibrary(unit, lambda: "None.")

    def ask(method: str, *arguments: Any) -> Any:
        body = dumps(arguments, method).encode()
        return loads(answer_call(body, remote.methods))[0][0]

    return ask


@pytest.mark.parametrize("case", NO_CALLS)
def test_what_is_no_call_is_answered_with_a_fault(case: str) -> None:
    with pytest.raises(Fault) as fault:
        loads(answer_call(NO_CALLS[case], {"m": lambda *_: "done"}))
    assert fault.value.faultCode == 1
    assert "\n" not in fault.value.faultString
    assert len(fault.value.faultString) < 300


def test_calls_with_a_few_bytes_turned_round_are_answered() -> None:
    chance = random.Random(4)
    good = dumps(("Tap", ["PHONE"], {"times": 3}), "m").encode()
    done = faults = 0
    for _ in range(500):
        wrong = bytearray(good)
        for _ in range(chance.randrange(1, 4)):
            wrong[chance.randrange(len(wrong))] = chance.randrange(256)
        try:
            loads(answer_call(bytes(wrong), {"m": lambda *_: "done"}))
            done += 1
        except Fault as fault:
            faults += fault.faultCode == 1
    assert done >= 4
    assert done + faults == 500


def test_a_method_that_there_is_not(call: Call) -> None:
    with pytest.raises(Fault, match=r"unknown method 'run_keywrd'; did you mean run_keyword"):
        call("run_keywrd", "Tap", [])
    for word in ("stop_remote_server", "__init__", "system.listMethods"):
        with pytest.raises(Fault, match="unknown method"):
            call(word)


def test_a_call_with_too_little_or_too_much(call: Call) -> None:
    for arguments in ((), ("a", "b", "c", "d")):
        with pytest.raises(Fault, match=r"^<Fault 1: .*run_keyword: .*argument"):
            call("run_keyword", *arguments)


def test_the_keywords_are_those_of_a_flow(call: Call) -> None:
    names = call("get_keyword_names")
    assert {"Tap", "Expect Row", "Network Is", "Pass Time", "Screen Should Be"} <= set(names)
    assert not {"Close", "Do Line", "Renew", "Take"} & set(names)
    assert len(names) > 80
    assert call("get_keyword_arguments", "Knob") == ["direction", "steps=1"]
    assert call("get_keyword_arguments", "Network Is") == [
        "where",
        "*country_technology",
        "bars=None",
    ]
    assert call("get_keyword_types", "Car Ignition") == {"on": "bool"}
    assert call("get_keyword_types", "Type") == {"text": "str"}
    assert "Example:" in call("get_keyword_documentation", "Tap")
    about = call("get_library_information")
    assert set(about) == {*names, "__intro__"}
    assert about["Knob"]["args"] == ["direction", "steps=1"]
    assert "None." in about["__intro__"]["doc"]


def test_a_keyword_is_run_with_its_arguments_converted(call: Call, unit: HeadUnit) -> None:
    done = {"status": "PASS", "return": "Swisscom (CH), LTE, 3 bars"}
    assert call("run_keyword", "Network Is", ["abroad", "CH", "LTE"], {"bars": "3"}) == done
    assert unit.session.unit.state.embedded.bars == 3
    before = unit.session.unit.state.now
    assert call("run_keyword", "pass_time", ["10 min"])["status"] == "PASS"
    assert unit.session.unit.state.now == before + 600
    assert "HOME" in call("run_keyword", "Screen", [])["return"]


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("Tap", ["Romaing"], "unknown row 'Romaing'; did you mean roaming"),
        ("Tapp", ["Roaming"], "unknown keyword 'Tapp'; did you mean Tap"),
        ("Expect Data", ["inserted"], "expected data 'inserted'; it is 'embedded'"),
        ("Expect Data", ["nothing"], "cannot be converted"),
        ("Knob", ["left", "x"], "cannot be converted to integer"),
        ("Tap", [], "expected 1 argument, got 0"),
        ("Tap", "PHONE", "the arguments of a keyword are an array"),
        ("Type", ["<secret>"], "say @code"),
        ("Type", [b"\x01\xff"], "Nothing to type here"),
    ],
)
def test_a_keyword_that_fails_tells_why(
    call: Call, name: str, arguments: list[Any] | str, words: str
) -> None:
    result = call("run_keyword", name, arguments)
    assert result["status"] == "FAIL"
    assert words in result["error"]
    assert "Traceback" not in result["error"]
    assert re.fullmatch(
        r'\*HTML\* <img src="data:image/png;base64,[\w+/=]+" width="640">', result["output"]
    )


def test_no_answer_holds_a_secret(call: Call) -> None:
    assert call("run_keyword", "Portal Code", [])["return"] == "***"
    result = call("run_keyword", "Verb", ["portal code"])
    assert result == {"status": "PASS", "return": "***"}


def test_signs_that_xml_lacks_are_replaced() -> None:
    body = dumps((), "m").encode()
    assert loads(answer_call(body, {"m": lambda: "a\x00\ud800\nb"}))[0][0] == "a\ufffd\ufffd\nb"


def test_a_fault_of_the_program_is_told_without_a_traceback() -> None:
    def broken() -> None:
        raise KeyError("x")

    with pytest.raises(Fault, match=r"KeyError: .x."):
        loads(answer_call(dumps((), "broken").encode(), {"broken": broken}))
