"""The pages of who is signed in: start, vehicles, account, contact, the app."""

from __future__ import annotations

from http import HTTPStatus
from operator import itemgetter

from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from models.markets import load_markets
from pcm.web.portal.front import ROOT, Front, Page, Seen

PLAIN = {
    "": "start",
    "/": "start",
    "/vehicles": "vehicles",
    "/security-code": "security",
    "/account/delete": "delete",
    "/contact": "contact",
    "/app": "app",
    "/app/garage": "app_garage",
}
"""Address -> template of the pages that show what is seen and nothing else."""
OF_ONE_CAR = {
    "/vehicles/{vin}": "vehicle",
    "/vehicles/{vin}/remove": "remove",
    "/app/garage/{vin}": "app_vehicle",
}


def page_routes(front: Front) -> list[BaseRoute]:
    def plain(template: str) -> Page:
        async def show(seen: Seen) -> Response:
            return front.page(seen, template)

        return show

    def of_one_car(template: str) -> Page:
        async def show(seen: Seen) -> Response:
            car = seen.own.vehicle(seen.request.path_params["vin"])
            if car is None:
                return front.message(seen, "no_vehicle", HTTPStatus.NOT_FOUND)
            return front.page(seen, template, car=car)

        return show

    async def account(seen: Seen) -> Response:
        names = ((m.code, m.names[seen.language]) for m in load_markets().markets)
        return front.page(seen, "account", countries=sorted(names, key=itemgetter(1)))

    pages = {path: plain(name) for path, name in PLAIN.items()}
    pages |= {path: of_one_car(name) for path, name in OF_ONE_CAR.items()}
    pages["/account"] = account
    return [
        Route(f"{ROOT}{path}", front.signed_in(page), methods=["GET"])
        for path, page in pages.items()
    ]
