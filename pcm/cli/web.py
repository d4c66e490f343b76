"""What `--web` and `--my-porsche` serve; loaded only when asked for."""

import os
import sys
from collections.abc import Callable
from contextlib import closing

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Route

from pcm.headunit.session import Session
from pcm.web.desk import Face
from pcm.web.portal.front import ROOT
from pcm.web.portal.routes import routes as portal_routes
from pcm.web.serve import Site

SHARPNESS = "1.25"
"""Pixels of the picture for one of the window: finer ones take too long to pack."""


def run_web(session: Session, site: Site, say: Callable[[str], None]) -> int:
    """The head unit, drawn where nobody sees it, until Ctrl-C."""
    from pcm.ui.qt_libraries import ensure_qt_libraries

    ensure_qt_libraries(say, window=False)
    os.environ.setdefault("QT_SCALE_FACTOR", SHARPNESS)
    from pcm.ui.app import Window, run_served_window
    from pcm.ui.remote import Remote
    from pcm.web.display.routes import routes

    def invite(window: Window) -> None:
        guests = bool(site.invitation)
        display = routes(site.desk, Remote(window), site.refusals.note, guests)
        site.start(window, [*display, *_portal(site)])
        print(f"web: {site.address}", flush=True)
        if site.invitation:
            _print_invitation(site)

    with closing(site):  # pages hear of the end at once, not after the memory is written
        return run_served_window(session, site.desk, invite, unseen=True)


def serve_portal(site: Site, face: Face) -> None:
    """My Porsche beside a window or the console."""
    site.start(face, [Route("/", _to_portal), *_portal(site)])
    print(f"My Porsche: {site.address}my-porsche", flush=True)


def _print_invitation(site: Site) -> None:
    """For the presenter's terminal; the page /invite shows the same."""
    from pcm.web.invite import text_code

    if sys.stdout.isatty():
        print(text_code(site.invitation), end="")
    print(f"class: {site.invitation}", flush=True)
    print(f"QR code: {site.address}invite", flush=True)


def _portal(site: Site) -> list[BaseRoute]:
    return portal_routes(site.desk, site.visits, site.refusals)


def _to_portal(_request: Request) -> RedirectResponse:
    """There is no picture of the head unit here: it stands beside the browser."""
    return RedirectResponse(ROOT)
