"""Who asks, what he sees, and the page he gets: what all pages of My Porsche have in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from models.catalogue import LANGUAGES, Languages
from models.texts import load_texts
from pcm.headunit.session import Session
from pcm.web.app import render
from pcm.web.desk import Desk
from pcm.web.portal.derive import derive_people, derive_portal
from pcm.web.portal.facts import derive_facts
from pcm.web.portal.messages import address, derive_said
from pcm.web.portal.view import PersonView, PortalView
from pcm.web.refusals import Refusals
from pcm.web.visits import Visit, Visits
from pcm.web.words import Teller, choose_language, load_words

ROOT = "/my-porsche"
SIGN_IN = f"{ROOT}/sign-in"


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody who asks sees. up: My Porsche answers; version: of all that he sees.

    keep: his visit began or changed with this request.
    view None: nobody is signed in, or his Porsche ID is gone.
    """

    request: Request
    visit: Visit
    keep: bool
    version: int
    language: Languages
    up: bool
    people: tuple[PersonView, ...]
    view: PortalView | None

    @property
    def words(self) -> Teller:
        return Teller(load_words(self.language).portal)

    @property
    def own(self) -> PortalView:
        """What who is signed in sees: for pages behind `Front.signed_in`."""
        if self.view is None:
            raise LookupError("nobody is signed in")
        return self.view

    async def sent(self, name: str) -> str:
        """A field of the form; a file is none."""
        value = (await self.request.form()).get(name, "")
        return value if isinstance(value, str) else ""


Page = Callable[[Seen], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


class Front:
    """Opens pages to who may see them; each page is a function of what he sees."""

    def __init__(self, desk: Desk, visits: Visits, refusals: Refusals) -> None:
        self.desk, self.visits, self.refusals = desk, visits, refusals

    def open(self, page: Page) -> Endpoint:
        """For everybody, while My Porsche answers."""

        async def answer(request: Request) -> Response:
            seen = await self._look(request)
            if not seen.up:
                return self.message(seen, "down", HTTPStatus.SERVICE_UNAVAILABLE)
            if request.method == "POST" and not seen.visit.sent(await seen.sent("csrf")):
                self.refusals.note("a form of an old page")
                return self.message(seen, "old_form", HTTPStatus.FORBIDDEN)
            return await page(seen)

        return answer

    def signed_in(self, page: Page) -> Endpoint:
        """For who is signed in; anybody else comes to where that is done."""

        async def of_member(seen: Seen) -> Response:
            if seen.view:
                return await page(seen)
            told = address(SIGN_IN, "declined", "signed_out") if seen.visit.email else SIGN_IN
            response = go(told)
            if seen.keep:  # the language that was asked for
                self.visits.keep(seen.visit, response)
            return response

        return self.open(of_member)

    def page(
        self,
        seen: Seen,
        template: str,
        status: HTTPStatus = HTTPStatus.OK,
        **values: object,
    ) -> Response:
        words = seen.words
        html = render(
            f"portal/{template}.html",
            root=ROOT,
            here=seen.request.url.path,
            lives=seen.request.method == "GET",
            seen=seen,
            view=seen.view,
            say=words.tell,
            date=lambda when: f"{when:{words.tell('date')}}",
            languages={code: load_texts(code).say(f"bench.language.{code}") for code in LANGUAGES},
            facts=derive_facts(seen.view, words) if seen.view else (),
            said=derive_said(seen.request.query_params, words, seen.language),
            **values,
        )
        response = HTMLResponse(html, status)
        if seen.keep:
            self.visits.keep(seen.visit, response)
        return response

    def message(self, seen: Seen, key: str, status: HTTPStatus) -> Response:
        """A page that says why there is no other."""
        return self.page(seen, "message", status, key=key)

    async def _look(self, request: Request) -> Seen:
        known = self.visits.of(request)
        wanted = request.query_params.get("language", "")
        visit = replace(known, language=wanted) if wanted in LANGUAGES else known
        keep = visit != known or not self.visits.has(known)
        version = self.desk.version()

        def look(session: Session) -> Seen:
            own = session.unit.state.language
            language = choose_language({"language": visit.language}, own)
            people, up = derive_people(session), session.world.portal.state.up
            view = derive_portal(session, visit.email, language) if visit.email else None
            return Seen(request, visit, keep, version, language, up, people, view)

        return await self.desk.ask(lambda face: look(face.session))


def go(where: str) -> Response:
    """After a form: a page that can be loaded again."""
    return RedirectResponse(where, HTTPStatus.SEE_OTHER)
