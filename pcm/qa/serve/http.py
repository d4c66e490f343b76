"""What a peer of the server said: the head of an HTTP request, and whether it is let in.

Pure functions over bytes; the server reads and writes. No chunked bodies, no second request on a
connection, no compression: no client of XML-RPC needs them.
"""

import base64
import binascii
import hmac
import io
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, parse_headers

LONGEST_HEAD = 16_384
LONGEST_BODY = 1_000_000
END_OF_HEAD = b"\r\n\r\n"
USER = "pcm"
GO_ON = b"HTTP/1.1 100 Continue\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Head:
    """A request that is let in: how long its body is, and whether the peer waits for a word."""

    length: int
    asks_first: bool


class RefusedRequestError(Exception):
    """A request that is not carried out; `status` and the one line tell the peer why."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


def read_head(raw: bytes, token: str) -> Head:
    """Let a request in by its head (without the empty line), or raise RefusedRequestError."""
    first, _, rest = raw.partition(b"\r\n")
    words = first.split(b" ")
    if len(words) != 3 or not words[2].startswith(b"HTTP/1."):
        raise RefusedRequestError(HTTPStatus.BAD_REQUEST, "this is no HTTP request")
    try:
        headers = parse_headers(io.BytesIO(rest + END_OF_HEAD))
    except HTTPException:
        raise RefusedRequestError(HTTPStatus.BAD_REQUEST, "too many or too long headers") from None
    if "Origin" in headers:
        raise RefusedRequestError(HTTPStatus.FORBIDDEN, "pages of a browser are not let in")
    if not _knows(headers.get_all("Authorization", []), token):
        raise RefusedRequestError(HTTPStatus.UNAUTHORIZED, "wrong token")
    if words[0] != b"POST":
        raise RefusedRequestError(HTTPStatus.METHOD_NOT_ALLOWED, "XML-RPC is a POST")
    return Head(_length(headers), "100-continue" in headers.get("Expect", "").lower())


def _knows(given: list[str], token: str) -> bool:
    """Whether the one Basic authorization is ours; takes as long for every wrong one."""
    kind, _, code = (given[0] if len(given) == 1 else "").partition(" ")
    try:
        said = base64.b64decode(code.strip().encode("latin-1", "replace"), validate=True)
    except binascii.Error:
        said = b""
    right = hmac.compare_digest(said, f"{USER}:{token}".encode())
    return right and kind.lower() == "basic"


def _length(headers: HTTPMessage) -> int:
    lengths = {length.strip() for length in headers.get_all("Content-Length", [])}
    length = lengths.pop() if len(lengths) == 1 else ""
    if "Transfer-Encoding" in headers or not (length.isascii() and length.isdigit()):
        raise RefusedRequestError(HTTPStatus.LENGTH_REQUIRED, "say one Content-Length")
    if len(length) > len(str(LONGEST_BODY)) or int(length) > LONGEST_BODY:
        why = f"a request has at most {LONGEST_BODY} bytes"
        raise RefusedRequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, why)
    return int(length)


def write_answer(body: bytes) -> bytes:
    """The response to a request that was carried out."""
    return _response(HTTPStatus.OK, "text/xml; charset=utf-8", body)


def write_refusal(refusal: RefusedRequestError) -> bytes:
    return _response(refusal.status, "text/plain; charset=utf-8", f"{refusal}\n".encode())


def _response(status: HTTPStatus, kind: str, body: bytes) -> bytes:
    lines = [
        f"HTTP/1.1 {status.value} {status.phrase}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        "Connection: close",
    ]
    if status is HTTPStatus.UNAUTHORIZED:
        lines.append('WWW-Authenticate: Basic realm="pcm"')
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        lines.append("Allow: POST")
    return "\r\n".join(lines).encode() + END_OF_HEAD + body
