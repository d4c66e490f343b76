"""Keywords of the phone: pairing, hotspot, CarPlay, calls, messages."""

from typing import Literal

from pcm.qa.keywords.keyword import Keywords, documented, quoted


@documented
class PhoneKeywords(Keywords):
    """What somebody does with the phone."""

    def phone_use(self, name: str) -> str:
        return self._done("phone use", name)

    def phone_pair(self) -> str:
        return self._done("phone pair")

    def phone_accepts(self, what: Literal["on", "off", "never"]) -> str:
        return self._done("phone accepts", what)

    def phone_number(self, what: Literal["match", "mismatch"]) -> str:
        return self._done("phone number", what)

    def phone_connect(self) -> str:
        return self._done("phone connect")

    def phone_disconnect(self) -> str:
        return self._done("phone disconnect")

    def phone_forget(self) -> str:
        return self._done("phone forget")

    def phone_allow(
        self, what: Literal["telephone", "media", "messages", "contacts"], on: bool
    ) -> str:
        return self._done("phone allow", what, on)

    def phone_range(self, where: Literal["near", "far"]) -> str:
        return self._done("phone range", where)

    def phone_bluetooth(self, on: bool) -> str:
        return self._done("phone bluetooth", on)

    def phone_battery(self, percent: int) -> str:
        return self._done("phone battery", percent)

    def phone_charging(self, on: bool) -> str:
        return self._done("phone charging", on)

    def phone_hotspot(self, action: Literal["on", "off", "join"]) -> str:
        return self._done("phone hotspot", action)

    def phone_carplay(self, on: bool) -> str:
        return self._done("phone carplay", on)

    def phone_call(self, action: str, number: str = "", technology: str = "") -> str:
        return self._done("phone call", action, number, technology)

    def phone_message(self, text: str, sender: str = "") -> str:
        return self._done("phone message", quoted(text), quoted(sender) if sender else "")

    def phone_network(self, technology: Literal["2G", "3G", "LTE", "5G", "none"]) -> str:
        return self._done("phone network", technology)

    def phone_volte(self, on: bool) -> str:
        return self._done("phone volte", on)
