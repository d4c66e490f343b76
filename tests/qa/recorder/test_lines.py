"""Each verb becomes a line of a flow that does the same: Robot Framework reads its cells back."""

from io import StringIO

import pytest
from robot import api

from pcm.headunit.verbs.verb import load_verb_help
from pcm.qa.cells import flow_line, join_cells
from pcm.qa.naming import NO_KEYWORD
from pcm.qa.recorder.lines import ONLY_LOOKS


@pytest.mark.parametrize(
    ("line", "flow"),
    [
        ("net abroad CH LTE bars 3", "Network Is    abroad    CH    LTE    bars=3"),
        ("net none", "Network Is    none"),
        ("tap PHONE > OPT > SET PHONE", "Tap    PHONE > OPT > SET PHONE"),
        ("phone call in +39 055 555 0188 LTE", "Phone Call    in    +39 055 555 0188    LTE"),
        ("phone call out 2G", "Phone Call    out    ${EMPTY}    2G"),
        ('sms in "See you" "Anna Conti"', "Sms In    See you    Anna Conti"),
        ("model Macan 2018", "Model    Macan    2018"),
        ("wheel volume up 2", "Wheel    volume up    2"),
        ("pass 10 min", "Pass Time    10 min"),
        ("pass 1,5 min", "Verb    pass 1,5 min"),
        ("car speed 50,5", "Verb    car speed 50,5"),
        ("set 5", "Set    5"),
        ("knob right 2", "Knob    right    2"),
        ("expect row Connect user = Anna", "Verb    expect row Connect user = Anna"),
        ("expect row Remember PIN on", "Expect Row    Remember PIN    on"),
        ("expect state user Giulia Bianchi", "Expect State    user    Giulia Bianchi"),
        ("portal renew online radio off", "Portal Renew    online radio    off"),
    ],
)
def test_a_verb_line_as_a_line_of_a_flow(line: str, flow: str) -> None:
    assert flow_line(line) == flow


def test_every_example_has_a_keyword() -> None:
    known = load_verb_help().items()
    examples = [verb.example for words, verb in known if words not in ONLY_LOOKS | NO_KEYWORD]
    examples.append("expect row Roaming on")
    assert len(examples) > 75
    flows = [flow_line(line) for line in examples]
    assert [flow for flow in flows if flow.startswith("Verb ")] == []
    body = "".join(f"    {flow}\n" for flow in flows)
    library = "*** Settings ***\nLibrary    pcm.qa.HeadUnit\n*** Test Cases ***\nOne\n"
    told = StringIO()
    suite = api.TestSuite.from_string(library + body)
    result = suite.run(output=None, stdout=told, dryrun=True)
    assert result.return_code == 0, told.getvalue()


@pytest.mark.parametrize(
    "cell",
    [
        "", "a  b", " a", "a ", " ", "text=abc", "a = b", "# no comment", "${HOME}", "@{list}",
        r"C:\new", "%{HOME}", "&{x}", "tab\tand\nline", "non\u00a0break", "[x]", "...", "é ➜ 🙂",
    ],
)  # fmt: skip
def test_a_cell_is_read_back_as_it_was(cell: str) -> None:
    line = join_cells("Should Be Equal", cell)
    suite = api.TestSuite.from_string(f"*** Test Cases ***\nOne\n    {line}    ${{GIVEN}}\n")
    result = suite.run(output=None, stdout=StringIO(), variable=[f"GIVEN:{cell}"])
    assert result.return_code == 0, line
