"""Signing in with a Porsche ID, signing out. Whoever does either begins a new visit."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from pcm.web.entry import same
from pcm.web.portal.deeds import find_account
from pcm.web.portal.front import ROOT, SIGN_IN, Front, Seen, go
from pcm.web.portal.messages import address
from pcm.web.portal.tries import Tries
from pcm.web.visits import new_visit


def sign_in_routes(front: Front) -> list[BaseRoute]:
    tries = Tries()

    async def show(seen: Seen) -> Response:
        return go(ROOT) if seen.view else front.page(seen, "sign_in")

    async def sign_in(seen: Seen) -> Response:
        email, password = await seen.sent("email"), await seen.sent("password")
        account = await front.desk.ask(lambda face: find_account(face.session, email))
        who = (seen.visit.host, account.email if account else "")
        if tries.must_wait(who, _now()):
            front.refusals.note("a guess too soon at My Porsche")
            return go(address(SIGN_IN, "declined", "must_wait"))
        right = account is not None and same(password, account.password)
        tries.note(who, right, _now())
        if account is None or not right:
            front.refusals.note("a wrong password at My Porsche")
            return go(address(SIGN_IN, "declined", "wrong_sign_in"))
        return _enter(seen, account.email)

    async def sign_in_as(seen: Seen) -> Response:
        """All accounts are made up: a button is enough."""
        email = await seen.sent("email")
        known = await front.desk.ask(lambda face: find_account(face.session, email))
        return _enter(seen, known.email) if known else go(SIGN_IN)

    async def sign_out(seen: Seen) -> Response:
        front.visits.forget(seen.visit)
        return _begin(seen, "", address(SIGN_IN, "done", "signed_out"))

    def _enter(seen: Seen, email: str) -> Response:
        front.visits.forget(seen.visit)
        return _begin(seen, email, ROOT)

    def _begin(seen: Seen, email: str, where: str) -> Response:
        response = go(where)
        new = new_visit(seen.visit.language, seen.visit.host)
        front.visits.keep(replace(new, email=email), response)
        return response

    return [
        Route(SIGN_IN, front.open(show), methods=["GET"]),
        Route(SIGN_IN, front.open(sign_in), methods=["POST"]),
        Route(f"{SIGN_IN}/as", front.open(sign_in_as), methods=["POST"]),
        Route(f"{ROOT}/sign-out", front.open(sign_out), methods=["POST"]),
    ]


def _now() -> float:
    return asyncio.get_running_loop().time()
