"""My Porsche is reached over the active data path, with its delay, and by nothing else."""

import pytest

from connectivity.data_link import DataLink
from connectivity.messages.portal import (
    Abandon,
    Fetch,
    Part,
    PortalEvent,
    PortalRequest,
    Sync,
    UseNetwork,
)
from connectivity.messages.telephony import Technology
from connectivity.radio import rate_of


class Echo:
    """Answers a Fetch with one part of a megabyte, and keeps what it got."""

    def __init__(self) -> None:
        self.got: list[PortalRequest] = []
        self._out: list[PortalEvent] = []

    def send(self, request: PortalRequest) -> None:
        self.got.append(request)
        if isinstance(request, Fetch):
            self._out.append(Part(request.id, request.number, 1000.0))

    def drain(self) -> list[PortalEvent]:
        out, self._out = self._out, []
        return out


def run(link: DataLink, until: float) -> list[tuple[float, PortalEvent]]:
    """What arrives, and when."""
    found = []
    for step in range(round(until * 1000)):
        link.advance(step / 1000)
        found += [(step / 1000, event) for event in link.drain()]
    return found


@pytest.mark.parametrize("technology", list(Technology))
def test_an_answer_takes_the_delay_and_the_rate_of_the_network(technology: Technology) -> None:
    link, rate = DataLink(Echo()), rate_of(technology, 4)
    assert rate is not None
    link.send(UseNetwork(technology, 4))
    link.send(Fetch("f", 0))
    ((when, part),) = run(link, 60.0)
    assert isinstance(part, Part)
    expected = rate.latency_s + 16.0 / rate.uplink_kbit_s + 8000.0 / rate.downlink_kbit_s
    assert when == pytest.approx(expected, abs=0.01)


def test_fewer_bars_are_slower_and_none_carry_nothing() -> None:
    rates = [rate_of(Technology.LTE, bars) for bars in range(5)]
    assert rates[0] is None
    known = [rate for rate in rates if rate]
    assert [r.downlink_kbit_s for r in known] == sorted(r.downlink_kbit_s for r in known)
    assert [r.latency_s for r in known] == sorted((r.latency_s for r in known), reverse=True)
    assert len({r.downlink_kbit_s for r in known}) == 4


def test_without_a_network_nothing_is_sent() -> None:
    far = Echo()
    link = DataLink(far)
    link.send(Fetch("f", 0))
    assert (run(link, 2.0), far.got) == ([], [])


def test_what_is_on_the_air_is_lost_with_the_network() -> None:
    far = Echo()
    link = DataLink(far)
    link.send(UseNetwork(Technology.GSM, 4))
    link.send(Fetch("f", 0))
    run(link, 1.0)
    assert link.next_due() is not None
    link.send(Fetch("f", 1))
    link.send(UseNetwork(None))
    link.send(UseNetwork(Technology.NR, 4))
    assert (link.next_due(), run(link, 60.0)) == (None, [])
    assert far.got == [Fetch("f", 0), Abandon()]


def test_a_small_message_overtakes_a_download_but_no_other_message() -> None:
    far = Echo()
    link = DataLink(far)
    link.send(UseNetwork(Technology.LTE, 4))
    for request in (Fetch("f", 0), Sync("one"), Sync("two")):
        link.send(request)
    assert link.next_answer() is not None
    run(link, 1.0)
    assert [r for r in far.got if isinstance(r, Sync)] == [Sync("one"), Sync("two")]
