"""The server that a test plays the peers of."""

from collections.abc import Iterator

import pytest

from tests.qa.serve.desk import ServerDesk


@pytest.fixture
def desk() -> Iterator[ServerDesk]:
    made = ServerDesk()
    yield made
    made.close()
