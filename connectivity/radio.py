"""What a radio network carries: rates and delay by technology and reception; a pure function.

Used by the link to My Porsche. The numbers are assumed: what users usually measure, not the peaks
of the standards.
"""

from dataclasses import dataclass

from connectivity.messages import Technology

BEST_BARS = 4


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
