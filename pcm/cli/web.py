"""`--web`: the head unit and My Porsche in a browser; `--my-porsche`: My Porsche beside a face.

Loaded only when asked for.
"""

from collections.abc import Callable
from contextlib import closing

from pcm.headunit.session import Session
from pcm.web.serve import Site


def run_web(session: Session, site: Site, say: Callable[[str], None]) -> int:
    """The head unit, drawn where nobody sees it, until Ctrl-C."""
    from pcm.ui.qt_libraries import ensure_qt_libraries

    ensure_qt_libraries(say, window=False)
    from pcm.ui.app import Window, run_served_window
    from pcm.ui.remote import Remote
    from pcm.web.display.routes import routes

    def invite(window: Window) -> None:
        site.start(window, routes(site.desk, Remote(window), site.refusals.note))
        print(f"web: {site.address}", flush=True)

    with closing(site):
        return run_served_window(session, site.desk, invite, unseen=True)
