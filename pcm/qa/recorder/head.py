"""The head of a recorded flow: the library, the car as it was delivered, the name of its test."""

from pathlib import Path

from pcm.qa.cells import escape

SUFFIX = ".robot"
MOST_NAMES = 10_000


def derive_head(path: Path, car: str, year: int, country: str, language: str, seed: int) -> str:
    name = escape(" ".join(path.stem.replace("_", " ").replace("-", " ").split()).capitalize())
    return f"""\
*** Settings ***
Documentation    Recorded on a {car} of {year} in {country}. Secrets stand as @code and the like.
Library          pcm.qa.HeadUnit

*** Variables ***
${{CAR}}         {car}
${{YEAR}}        {year}
${{COUNTRY}}     {country}
${{LANGUAGE}}    {language}
${{SEED}}        {seed}

*** Test Cases ***
{name or "Recording"}
"""


def find_free_name() -> str:
    """recording-1.robot, or the next number in the current folder that is free."""
    names = (f"recording-{number}{SUFFIX}" for number in range(1, MOST_NAMES))
    return next((name for name in names if not Path(name).exists()), f"recording{SUFFIX}")
