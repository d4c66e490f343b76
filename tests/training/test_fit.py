"""Which cars a lesson or a step is for, and the one word that says why not."""

import pytest
from pydantic import ValidationError

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.lesson import Fit
from pcm.training.words import procedures_of


def why_not(fit: Fit, car: str, year: int) -> str:
    session = Session(find_car(car), year)
    return fit.why_not(session.setup, procedures_of(session.setup, "it"))


@pytest.mark.parametrize(
    ("fit", "car", "year", "reason"),
    [
        (Fit(), "718-982", 2019, ""),
        (Fit(pcm=("4.0", "4.1")), "718-982", 2019, ""),
        (Fit(pcm=("5.0", "6.0")), "718-982", 2019, "PCM 4.0"),
        (Fit(login="porsche_id"), "718-982", 2019, "pairing_code"),
        (Fit(login="porsche_id"), "taycan-j1", 2022, ""),
        (Fit(procedure="roaming"), "718-982", 2019, ""),
        (Fit(procedure="roaming"), "taycan-j1", 2022, "roaming"),
        (Fit(pcm=("6.0",), procedure="roaming"), "718-982", 2019, "PCM 4.0"),  # the first of two
    ],
)
def test_what_is_named_must_be_so(fit: Fit, car: str, year: int, reason: str) -> None:
    assert why_not(fit, car, year) == reason


def test_features_it_needs_and_features_that_are_in_its_way() -> None:
    features = Session(find_car("718-982"), 2019).setup.features
    there, absent = sorted(features)[0], "no_such_feature"
    assert why_not(Fit(has=(there,), lacks=(absent,)), "718-982", 2019) == ""
    assert why_not(Fit(has=(there, absent)), "718-982", 2019) == absent
    assert why_not(Fit(has=("a_third", absent)), "718-982", 2019) == "a_third"
    assert why_not(Fit(lacks=(there,)), "718-982", 2019) == there


@pytest.mark.parametrize("words", [{"pcm": ["3.1"]}, {"login": "face"}, {"cars": ["718"]}])
def test_what_is_no_fit_is_refused(words: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Fit.model_validate(words)
