"""Measures the wires against their budgets: `python -m benchmarks.wires` prints the table.

The AT round trip: a command over a pseudo-terminal and its answer; who asks is in the same
process as the modem, so that no other process's scheduling is measured.
"""

import os
from statistics import median
from time import perf_counter

ROUNDS = 5000
BUDGETS: tuple[tuple[str, float, str], ...] = (("AT command over a pseudo-terminal", 0.4, "ms"),)
"""Name, budget (at most), unit."""


def measure_at() -> dict[str, float]:
    """The median of many `AT+CSQ`, from the first byte written to the last one read."""
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.network import Network
    from connectivity.outside.modem_server import PtyServer
    from connectivity.ports import wait_for

    server = PtyServer()
    server.attach(ModemEmulator("IT", Network("IT")))
    line = os.open(server.place, os.O_RDWR | os.O_NOCTTY)
    times = []
    for _ in range(ROUNDS):
        start, came = perf_counter(), b""
        os.write(line, b"AT+CSQ\r")
        wait_for((server,), 1.0)
        server.serve()
        while b"OK" not in came:
            came += os.read(line, 4096)
        times.append(perf_counter() - start)
    os.close(line)
    server.close()
    return {"AT command over a pseudo-terminal": median(times) * 1000}


def main() -> None:
    """Measure all and print the table."""
    found = measure_at()
    for what, budget, unit in BUDGETS:
        verdict = "" if found[what] <= budget else "MISSED"
        print(
            f"{what:<40} {found[what]:>8.3f} {unit:<3}budget {budget:g} {unit}  {verdict}".rstrip()
        )


if __name__ == "__main__":
    main()
