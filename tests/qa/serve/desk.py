"""A server whose peers a test plays: its loop turns when the test says so, its time is given."""

import base64
import socket

from pcm.qa.serve.server import RemoteServer

TOKEN = "0123456789abcdef"


def basic(words: str) -> str:
    return f"Authorization: Basic {base64.b64encode(words.encode()).decode()}"


KNOWN = basic(f"pcm:{TOKEN}")


def request(
    body: bytes = b"hello", *headers: str, first: str = "POST /RPC2 HTTP/1.1", who: str = KNOWN
) -> bytes:
    """A request as clients make it; `headers` beside the usual ones."""
    lines = [first, "Host: 127.0.0.1", *([who] if who else []), *headers]
    if not any(line.lower().startswith("content-length") for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class ServerDesk:
    """Answers each body with itself in capitals."""

    def __init__(self) -> None:
        self.now = 0.0
        self.told: list[str] = []
        self.bodies: list[bytes] = []
        self.server = RemoteServer(0, TOKEN, lambda: self.now, self.told.append)
        self.server.attach(self.carry_out)
        self.programs: list[socket.socket] = []

    def carry_out(self, body: bytes) -> bytes:
        self.bodies.append(body)
        return body.upper()

    def connect(self) -> socket.socket:
        port = int(self.server.place.rpartition(":")[2])
        program = socket.create_connection(("127.0.0.1", port))
        program.settimeout(30)
        self.programs.append(program)
        return program

    def serve(self) -> None:
        """As the loop does: a few turns, whatever the system has handed on by then."""
        for _ in range(5):
            self.server.serve()

    def ask(self, said: bytes) -> tuple[int, bytes]:
        """(status, body) of what a peer hears that says this, until the server hangs up."""
        program = self.connect()
        program.sendall(said)
        return self.hear(program)

    def hear(self, program: socket.socket) -> tuple[int, bytes]:
        """What a peer hears by the time the server hangs up."""
        heard = b""
        program.setblocking(False)
        for _ in range(100_000):
            self.server.serve()
            try:
                data = program.recv(65536)
            except BlockingIOError:
                continue
            except ConnectionResetError:
                break
            if not data:
                break
            heard += data
        else:
            raise AssertionError(f"the server does not hang up after {heard[:200]!r}")
        program.close()
        self.serve()
        head, _, body = heard.partition(b"\r\n\r\n")
        return int(head.split(b" ")[1]) if head else 0, body

    def close(self) -> None:
        for program in self.programs:
            program.close()
        self.server.close()
