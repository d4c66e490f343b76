"""A site of somebody else whose page tries all that a page can try at ours."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"""<!doctype html><title>You have won</title>
<iframe name="hole"></iframe>
<form method="post" target="hole"></form>
"""
SEND = """(place) => {
    document.forms[0].action = place;
    document.forms[0].submit();
}"""
SHOW = "(place) => { document.querySelector('iframe').src = place; }"
TRY_ALL = """async ([ours, path]) => {
    const told = {};
    const note = async (name, made) => {
        told[name] = await made.then((answer) => answer || 'got in', () => 'kept out');
    };
    const asks = (mode, more) => fetch(ours + path, { mode, credentials: 'include', ...more });
    const read = async (answer) => (await answer).text();
    const loaded = (kind, place, more = {}) => new Promise((done, fail) => {
        const element = Object.assign(document.createElement(kind), more, place);
        element.onload = () => done();
        element.onerror = fail;
        document.body.append(element);
    });
    await note('fetch', read(asks('cors')));
    await note('fetch blind', read(asks('no-cors')).then((text) => text || Promise.reject()));
    await note('post', read(asks('cors', { method: 'POST', body: 'email=x' })));
    await note('delete', read(asks('cors', { method: 'DELETE' })));
    await note('img', loaded('img', { src: ours + 'static/icon.svg' }));
    await note('script', loaded('script', { src: ours + 'static/live.js' }));
    await note('module', loaded('script', { src: ours + 'static/live.js' }, { type: 'module' }));
    const looks = { href: ours + 'static/display/page.css' };
    await note('style', loaded('link', looks, { rel: 'stylesheet' }));
    for (const place of ['display', 'my-porsche/changes']) {
        await note(`socket ${place}`, new Promise((done, fail) => {
            const socket = new WebSocket(ours.replace('http', 'ws') + place);
            socket.onopen = () => done();
            socket.onerror = fail;
        }));
    }
    return told;
}"""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def strangers_site() -> Iterator[int]:
    """Its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield server.server_address[1]
        server.shutdown()
        serving.join()
