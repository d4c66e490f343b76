"""A WebSocket's two directions side by side, until one of them ends."""

import asyncio
from collections.abc import Coroutine

from starlette.websockets import WebSocketDisconnect, WebSocketDisconnected

GONE = (WebSocketDisconnect, WebSocketDisconnected)
"""What is raised when the browser is no longer there: it may go when it likes."""


async def run_both(
    hearing: Coroutine[None, None, None], sending: Coroutine[None, None, None]
) -> list[BaseException]:
    """Until the first one ends; with what, unless that was the browser's going."""
    tasks = [asyncio.create_task(hearing), asyncio.create_task(sending)]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    faults = [task.exception() for task in done]
    return [fault for fault in faults if fault and not isinstance(fault, GONE)]
