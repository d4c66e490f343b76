"""The bridge between the server's thread and the loop that has the head unit."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.web.desk import Desk, DeskClosedError, Face, PlainFace
from tests.web.site import Served


@pytest.fixture
def served() -> Iterator[Served]:
    with closing(Served()) as served:
        yield served


def test_work_is_done_in_the_loop_of_the_head_unit(served: Served) -> None:
    def work(face: Face) -> tuple[bool, str]:
        return face.do("key HOME").ok, threading.current_thread().name

    done, where = asyncio.run(served.site.desk.ask(work))
    assert done
    assert where != threading.current_thread().name


def test_what_goes_wrong_is_raised_to_who_asked(served: Served) -> None:
    def work(_: Face) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asyncio.run(served.site.desk.ask(work))
    assert asyncio.run(served.site.desk.ask(lambda face: face.do("key HOME").ok))


class Standing:
    """A desk whose face serves it when the test says so."""

    def __init__(self) -> None:
        self.session = Session(find_car("718-982"), 2017)
        self.desk = Desk()
        self.desk.attach(PlainFace(self.session))


@pytest.fixture
def standing() -> Iterator[Standing]:
    standing = Standing()
    with closing(standing.desk), closing(standing.session):
        yield standing


def test_who_waits_hears_that_the_head_unit_has_ended(standing: Standing) -> None:
    async def ask() -> None:
        waiting = asyncio.create_task(standing.desk.ask(lambda face: face.do("home")))
        await asyncio.sleep(0)
        standing.desk.close()
        async with asyncio.timeout(20):
            with pytest.raises(DeskClosedError):
                await waiting
            with pytest.raises(DeskClosedError):
                await standing.desk.ask(lambda face: face.do("home"))

    asyncio.run(ask())


def test_who_is_gone_needs_no_answer(standing: Standing, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a page that went away nor a server that has ended harms the head unit."""
    did: list[str] = []

    async def ask(line: str) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(0.01):
                await standing.desk.ask(lambda face: did.append(face.do(line).text))

    async def go_away() -> None:
        await ask("key HOME")
        standing.desk.serve()
        await asyncio.sleep(0)

    asyncio.run(go_away())
    asyncio.run(ask("key HOME"))
    standing.desk.serve()
    assert len(did) == 2
    assert not caplog.records


CHANGES = [
    "portal order carfinder",
    "portal code new",
    "portal down",
    "language de",
    "model taycan-j1",
]


@pytest.mark.parametrize("line", CHANGES)
def test_a_change_at_my_porsche_is_told_and_nothing_else_is(standing: Standing, line: str) -> None:
    async def follow() -> tuple[int, int]:
        standing.desk.enter()
        for still in ("key HOME", "tick 5"):
            standing.session.do(still)
        await asyncio.sleep(0)
        before = standing.desk.version()
        waiting = asyncio.create_task(standing.desk.changed(before))
        assert standing.session.do(line).ok
        return before, await asyncio.wait_for(waiting, 20)

    before, after = asyncio.run(follow())
    assert before == 0
    assert after > 0
