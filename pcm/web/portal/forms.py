"""What forms of who is signed in do; afterwards a page is shown that says what came of it."""

from __future__ import annotations

import re
from http import HTTPStatus

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from models.markets import load_markets
from pcm.web.portal.deeds import DEEDS, add_vehicle, do_with_account, do_with_car
from pcm.web.portal.front import ROOT, SIGN_IN, Front, Seen, go
from pcm.web.portal.messages import address

LONGEST_VIN = 40  # as typed, before it is looked at
SECURITY_CODE = re.compile(r"[0-9]{4}")


class Forms:
    """The forms; who they are for is checked where they are done."""

    def __init__(self, front: Front) -> None:
        self._front = front

    def routes(self) -> list[BaseRoute]:
        forms = {
            "/vehicles": self.add,
            "/vehicles/{vin}/remove": self.remove,
            "/vehicles/{vin}/{deed}": self.deed,
            "/security-code": self.security_code,
            "/account/country": self.country,
            "/account/delete": self.delete,
        }
        return [
            Route(f"{ROOT}{path}", self._front.signed_in(form), methods=["POST"])
            for path, form in forms.items()
        ]

    async def add(self, seen: Seen) -> Response:
        vin = "".join((await seen.sent("vin"))[:LONGEST_VIN].split()).upper()
        why = await self._front.desk.ask(
            lambda face: add_vehicle(face, seen.own.account.email, vin)
        )
        return _told(f"{ROOT}/vehicles", "add", why, vin)

    async def remove(self, seen: Seen) -> Response:
        vin = seen.request.path_params["vin"]
        if not seen.own.vehicle(vin):
            return self._front.message(seen, "no_vehicle", HTTPStatus.NOT_FOUND)
        why = await self._do(seen, vin, f"portal unlink {vin}")
        return _told(f"{ROOT}/vehicles", "remove", why, vin)

    async def deed(self, seen: Seen) -> Response:
        vin, id_ = seen.request.path_params["vin"], await seen.sent("id")
        deed, car = DEEDS.get(seen.request.path_params["deed"]), seen.own.vehicle(vin)
        if deed is None or id_ not in deed.known() or car is None or not car.on_desk:
            return self._front.message(seen, "not_found", HTTPStatus.NOT_FOUND)
        why = await self._do(seen, vin, deed.line.format(id=id_))
        return _told(f"{ROOT}/vehicles/{vin}", deed.done, why, id_)

    async def security_code(self, seen: Seen) -> Response:
        code, again = await seen.sent("code"), await seen.sent("again")
        here = f"{ROOT}/security-code"
        if await seen.sent("reset"):
            return _told(here, "code_reset", await self._own(seen, "portal security-code reset"))
        if not SECURITY_CODE.fullmatch(code):
            return _told(here, "", "malformed_code")
        if code != again:
            return _told(here, "", "codes_differ")
        return _told(here, "code_set", await self._own(seen, f"portal security-code {code}"))

    async def country(self, seen: Seen) -> Response:
        code = await seen.sent("country")
        if code not in {market.code for market in load_markets().markets}:
            return self._front.message(seen, "not_found", HTTPStatus.NOT_FOUND)
        why = await self._own(seen, f"portal country {code}")
        return _told(f"{ROOT}/account", "country", why, code)

    async def delete(self, seen: Seen) -> Response:
        why = await self._own(seen, "portal delete-account")
        if why:
            return _told(f"{ROOT}/account/delete", "", why)
        self._front.visits.forget(seen.visit)
        return go(address(SIGN_IN, "done", "account_deleted"))

    async def _do(self, seen: Seen, vin: str, line: str) -> str:
        email = seen.own.account.email
        return await self._front.desk.ask(lambda face: do_with_car(face, email, vin, line))

    async def _own(self, seen: Seen, line: str) -> str:
        email = seen.own.account.email
        return await self._front.desk.ask(lambda face: do_with_account(face, email, line))


def _told(path: str, done: str, why: str, about: str = "") -> Response:
    return go(address(path, "declined", why, about) if why else address(path, "done", done, about))
