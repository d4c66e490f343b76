"""What a radio network gives: signal as modems measure it, rates and delay by reception. Pure.

Used by modem, its driver and the link to My Porsche. The rates are assumed: what users usually
measure, not the peaks of the standards.
"""

from dataclasses import dataclass

from connectivity.messages.telephony import Technology

BEST_BARS = 4
UNKNOWN_SIGNAL = 99  # <rssi> of +CSQ: not known or not detectable (TS 27.007, 8.5)
_RSSI = (2, 4, 7, 11, 24)
"""<rssi> at which a display shows 0, 1, 2, 3 and 4 bars (assumed: as Android does for GSM)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """kbit/s each way; latency_s: there and back."""

    downlink_kbit_s: float
    uplink_kbit_s: float
    latency_s: float


_AT_BEST = {
    Technology.GSM: Rate(200.0, 90.0, 0.5),  # EDGE
    Technology.UMTS: Rate(6_000.0, 1_500.0, 0.12),  # HSPA
    Technology.LTE: Rate(40_000.0, 12_000.0, 0.05),
    Technology.NR: Rate(150_000.0, 30_000.0, 0.025),
}

_SHARE = {1: 0.15, 2: 0.4, 3: 0.75, 4: 1.0}
"""What is left of the rate with so many bars; the delay grows less (assumed)."""


def rate_of(technology: Technology, bars: int) -> Rate | None:
    """The rate of a network; None without reception."""
    if bars <= 0:
        return None
    best, share = _AT_BEST[technology], _SHARE[min(bars, BEST_BARS)]
    latency_s = best.latency_s * (2.0 - share)
    return Rate(best.downlink_kbit_s * share, best.uplink_kbit_s * share, latency_s)


def rssi_of(bars: int) -> int:
    """<rssi> of +CSQ for 0-4 bars."""
    return _RSSI[max(0, min(bars, BEST_BARS))]


def bars_of(rssi: int) -> int:
    """0-4 bars for <rssi> of +CSQ (0-31, 99)."""
    return sum(rssi >= least for least in _RSSI[1:]) if 0 <= rssi <= 31 else 0


def dbm_of(rssi: int) -> int:
    """Signal strength in dBm (TS 27.007, 8.5: 0 is -113, each step 2)."""
    return 2 * rssi - 113
