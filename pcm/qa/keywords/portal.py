"""Keywords of My Porsche: linking, users, services, Functions on Demand."""

from typing import Literal

from robot.api.types import Secret

from pcm.qa.keywords.keyword import Keywords, Text, documented


@documented
class PortalKeywords(Keywords):
    """What somebody does in My Porsche or its store."""

    def portal_code(self, action: Literal["show", "new", "other"] = "show") -> Secret:
        return Secret(self._done("portal code", action))

    def portal_link(self) -> str:
        return self._done("portal link")

    def portal_unlink(self, vin: str = "") -> str:
        return self._done("portal unlink", vin)

    def portal_add(self, vin: str) -> str:
        return self._done("portal add", vin)

    def portal_vehicles(self) -> str:
        return self._done("portal vehicles")

    def portal_users(self, action: Literal["list", "add", "remove"] = "list") -> str:
        return self._done("portal users", action)

    def portal_delete_account(self, user: str = "") -> str:
        return self._done("portal delete-account", user)

    def portal_security_code(self, code: Text, user: str = "") -> Secret:
        return Secret(self._done("portal security-code", code, user))

    def portal_country(self, country: str = "", user: str = "") -> str:
        return self._done("portal country", country, user)

    def portal_order(self, service: str) -> str:
        return self._done("portal order", service)

    def portal_cancel(self, service_or_function: str) -> str:
        return self._done("portal cancel", service_or_function)

    def portal_renew(self, service: str, on: bool) -> str:
        return self._done("portal renew", service, on)

    def portal_services(self) -> str:
        return self._done("portal services")

    def portal_buy(self, function: str, how: str = "") -> str:
        return self._done("portal buy", function, how)

    def portal_withdraw(self, function: str) -> str:
        return self._done("portal withdraw", function)

    def portal_functions(self) -> str:
        return self._done("portal functions")

    def portal_offer_update(self) -> str:
        return self._done("portal offer-update")

    def portal_fail(self, function: str, how: Literal["unchanged", "restricted", "retry"]) -> str:
        return self._done("portal fail", function, how)

    def portal_down(self) -> str:
        return self._done("portal down")

    def portal_up(self) -> str:
        return self._done("portal up")

    def portal_delay(self, seconds: float) -> str:
        return self._done("portal delay", seconds)
