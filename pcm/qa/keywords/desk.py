"""Keywords of the desk: time, prepared worlds, which car stands on it."""

from datetime import timedelta

from pcm.qa.keywords.keyword import Keywords, documented


@documented
class DeskKeywords(Keywords):
    """What is done with the simulator itself."""

    def pass_time(self, time: timedelta) -> str:
        return self._done("pass", f"{time.total_seconds():.6f}", "s")

    def wait(self, time: timedelta) -> str:
        return self._done("wait", f"{time.total_seconds():.6f}", "s")

    def settle(self, on: bool) -> str:
        return self._done("settle", on)

    def preset(self, name: str) -> str:
        return self._done("preset", name)

    def reset(self) -> str:
        return self._done("reset")

    def save(self, name: str) -> str:
        return self._done("save", name)

    def restore(self, name: str) -> str:
        return self._done("restore", name)

    def model(self, car: str, year: int | None = None) -> str:
        return self._done("model", car, year or "")

    def year(self, year: int) -> str:
        return self._done("year", year)

    def country(self, code: str) -> str:
        return self._done("country", code)

    def language(self, code: str) -> str:
        return self._done("language", code)

    def lesson(self, *words: str) -> str:
        return self._done("lesson", *words)
