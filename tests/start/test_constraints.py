"""constraints.txt is complete and is what runs here; pyproject.toml fits it."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

from tools.environment import ROOT, read_needs
from tools.packages import missing_packages, requirements

NEEDS = read_needs(ROOT, tests=True)


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {folded(name): version for name, version in pairs}


def closure() -> dict[str, str]:
    """Every package that the requirements pull in on this system, with the version that runs."""
    found: dict[str, str] = {}
    waiting = [Requirement(line) for line in requirements(NEEDS)]
    while waiting:
        requirement = waiting.pop()
        name = folded(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        item = distribution(name)
        found[name] = item.version
        waiting += [Requirement(line) for line in item.requires or ()]
    return found


def test_nothing_is_missing_here() -> None:
    assert missing_packages(NEEDS) == []


def test_every_package_is_pinned_to_what_runs() -> None:
    running = closure()
    assert len(running) > 20
    pinned = constraints()
    assert {name: pinned.get(name) for name in running} == running


def test_no_pin_is_left_over() -> None:
    elsewhere = {"colorama", "setuptools"}  # Windows; builds font-roboto, which comes as source
    assert set(constraints()) - set(closure()) == elsewhere


def test_exact_versions_and_no_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    for line in lines:
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+", line), line


def test_the_closure_would_notice_an_absent_package() -> None:
    try:
        distribution("no-such-package")
    except PackageNotFoundError:
        return
    raise AssertionError("found what is not there")
