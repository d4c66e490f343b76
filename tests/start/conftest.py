"""Checkouts to start from: a bare one, and one whose .venv is finished."""

import shutil
from pathlib import Path

import pytest

from tests.start.sample_checkout import Checkout, answer, make_checkout


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    return make_checkout(tmp_path)


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    checkout = make_checkout(tmp_path_factory.mktemp("made"))
    answer(checkout.start())
    return checkout


@pytest.fixture
def finished(_made_once: Checkout, tmp_path: Path) -> Checkout:
    """A copy of the one made once: a moved checkout, so that is proven on the way."""
    copy = Checkout(tmp_path / "copy", _made_once.shelf)
    shutil.copytree(_made_once.root, copy.root, symlinks=True)
    return copy
