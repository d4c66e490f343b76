"""Keywords of the SIM card and of the network around the car."""

from typing import Literal

from pcm.qa.keywords.keyword import Keywords, documented, quoted


@documented
class RadioKeywords(Keywords):
    """What is at the other end of the modem."""

    def sim_insert(self, profile: str = "") -> str:
        return self._done("sim insert", profile)

    def sim_remove(self) -> str:
        return self._done("sim remove")

    def sim_pin(self, pin: str) -> str:
        return self._done("sim pin", pin)

    def sim_call(self, action: Literal["in", "out", "answer", "end"]) -> str:
        return self._done("sim call", action)

    def sms_in(self, text: str, sender: str = "") -> str:
        return self._done("sms in", quoted(text), quoted(sender) if sender else "")

    def sms_sent(self) -> str:
        return self._done("sms sent")

    def network_is(self, where: str, *country_technology: str, bars: int | None = None) -> str:
        strength = () if bars is None else ("bars", bars)
        return self._done("net", where, *country_technology, *strength)
