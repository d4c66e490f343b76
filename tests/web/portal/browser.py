"""A browser as far as a test needs one: real connections, cookies, the forms of its page."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

ROOT = "/my-porsche"
OWNER, SECOND = "giulia.bianchi@example.com", "marco.bianchi@example.com"


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Forms, links and the words of the main part."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self._in_main = self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(found["action"]))
        elif tag == "input" and self.forms and found.get("name"):
            self.forms[-1].fields[found["name"]] = found.get("value", "")
        elif tag == "a":
            self.links.append(found["href"])
        self._in_main += tag == "main"
        self._hidden += tag == "ul" and "hidden" in found

    def handle_endtag(self, tag: str) -> None:
        self._in_main -= tag == "main"
        if tag == "ul" and self._hidden:
            self._hidden = 0

    def handle_data(self, data: str) -> None:
        if self._in_main and not self._hidden:
            self.words.append(data)


class Browser:
    """`page`: the HTML it has; `status` and `where` of it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.cookies: dict[str, str] = {}
        self.status, self.where, self.page = 0, "", ""
        self.set_cookies: list[str] = []

    def open(self, path: str) -> str:
        return self._follow("GET", path)

    def send(self, path: str, **fields: str) -> str:
        """A form as its page would send it: with the hidden word, whatever is told otherwise."""
        known = next((f.fields["csrf"] for f in self.forms if "csrf" in f.fields), "")
        return self._follow("POST", path, {"csrf": known} | fields)

    def press(self, path: str, **fields: str) -> str:
        """The form of this page that leads there and has these values where it has its own."""
        form = next(
            form
            for form in self.forms
            if form.action == path
            and all(form.fields.get(name) in (None, "", value) for name, value in fields.items())
        )
        return self._follow("POST", path, form.fields | fields)

    def sign_in(self, email: str = OWNER) -> str:
        self.open(f"{ROOT}/sign-in")
        return self.press(f"{ROOT}/sign-in/as", email=email)

    @property
    def forms(self) -> list[Form]:
        return self._read().forms

    @property
    def links(self) -> list[str]:
        return self._read().links

    @property
    def words(self) -> str:
        """What a person reads in the main part."""
        return " ".join(" ".join(self._read().words).split())

    @property
    def said(self) -> str:
        """What the page says of what was just done."""
        found = re.search(r'id="said"[^>]*>([^<]*)<', self.page)
        return unescape(found.group(1)) if found else ""

    def _read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.page)
        return reader

    def _follow(self, method: str, path: str, fields: dict[str, str] | None = None) -> str:
        for _ in range(5):
            status, headers = self._ask(method, path, fields)
            if not 300 <= status < 400:
                self.status, self.where = status, path
                return self.page
            target = urlsplit(headers["location"])
            path = target.path + (f"?{target.query}" if target.query else "")
            method, fields = "GET", None
        raise AssertionError(f"{path}: leads round in a circle")

    def _ask(
        self, method: str, path: str, fields: dict[str, str] | None
    ) -> tuple[int, dict[str, str]]:
        host = f"127.0.0.1:{self._port}"
        headers = {"cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if method == "POST":
            headers |= {
                "origin": f"http://{host}",
                "content-type": "application/x-www-form-urlencoded",
            }
        connection = HTTPConnection(host, timeout=30)
        connection.request(method, path, urlencode(fields) if fields is not None else None, headers)
        response = connection.getresponse()
        self.page = response.read().decode()
        self.set_cookies = response.headers.get_all("set-cookie") or []
        for line in self.set_cookies:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        connection.close()
        return response.status, {k.lower(): v for k, v in response.headers.items()}
