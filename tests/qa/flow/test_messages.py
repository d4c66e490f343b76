"""An unknown keyword is told in one line, with the nearest of ours."""

import pytest

from pcm.qa.flow.journal import plain_message

NEAR = "\n    pcm.qa.HeadUnit.Tap\n    pcm.qa.HeadUnit.Type"
TAPP = f"No keyword with name 'Tapp' found. Did you mean:{NEAR}"
CASES = {
    TAPP: ("unknown keyword 'Tapp'; did you mean Tap, Type?"),
    "No keyword with name 'Expect Screen' found.": (
        "unknown keyword 'Expect Screen'; did you mean Screen Should Be?"
    ),
    "No keyword with name 'Net' found.": "unknown keyword 'Net'; did you mean Network Is?",
    "No keyword with name 'Tap' found.": "unknown keyword 'Tap'",
    "No keyword with name 'Qqqq' found.": "unknown keyword 'Qqqq'",
    "Setup failed:\nNo keyword with name 'Net' found.": (
        "Setup failed:\nunknown keyword 'Net'; did you mean Network Is?"
    ),
    "unknown row 'phonee'": "unknown row 'phonee'",
}


@pytest.mark.parametrize("said", CASES, ids=range(len(CASES)))
def test_one_line(said: str) -> None:
    assert plain_message(said) == CASES[said]
