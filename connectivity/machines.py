"""Every state machine of the head unit in one place, and their diagrams for the docs.

`python -m connectivity.machines` writes docs/machines.md; a test finds it stale.
"""

from enum import Enum
from pathlib import Path
from typing import Any

from connectivity.account import ACCOUNT
from connectivity.call import CALL
from connectivity.function import FUNCTION
from connectivity.machine import Flow
from connectivity.phone import HOTSPOT, PHONE_LINK
from connectivity.sim import SIM
from connectivity.vehicle import MOTION, POWER

DOC = Path(__file__).resolve().parent.parent / "docs" / "machines.md"

MACHINES: tuple[Flow[Any, Any], ...] = (
    POWER,
    MOTION,
    SIM,
    PHONE_LINK,
    HOTSPOT,
    CALL,
    ACCOUNT,
    FUNCTION,
)

_INTRO = """# State machines

Generated from the tables in `connectivity/` by `python -m connectivity.machines`; edit
those, not this page.
Machines stand side by side and know nothing of each other: what one means for data is decided in
`connectivity/data_path.py`. An event without an arrow changes nothing.
"""


def render_machines() -> str:
    """The page with a diagram of every machine."""
    sections = [
        f"## {flow.name}\n\n{_states(flow)}\n\n```mermaid\n{flow.mermaid()}\n```\n"
        for flow in MACHINES
    ]
    return "\n".join([_INTRO, *sections])


def _states(flow: Flow[Any, Any]) -> str:
    states: type[Enum] = type(flow.initial)
    names = ", ".join(f"`{state.value}`" for state in states)
    return f"States: {names}."


if __name__ == "__main__":
    DOC.write_text(render_machines(), encoding="utf-8")
