"""A desk with a memory for the tests: put a car on it, pull the plug, start again."""

from pathlib import Path

from models.catalogue import Languages, find_car
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session


class Desk:
    """Sessions over one memory file; `said` is what the terminal was told."""

    def __init__(self, path: Path) -> None:
        self.path, self.said = path, list[str]()
        self._sessions: list[Session] = []

    def start(
        self,
        car: str = "718-982",
        year: int = 2020,
        country: str = "IT",
        language: Languages = "en",
    ) -> Session:
        memory = Memory(lambda _: self.path, self.said.append)
        session = Session(find_car(car, year), year, country, language, memory=memory)
        self._sessions.append(session)
        return session

    def run(self, *lines: str, car: str = "718-982", year: int = 2020) -> Session:
        """Start, do these verbs, and end properly."""
        session = self.start(car, year)
        do(session, *lines)
        session.close()
        return session

    def close(self) -> None:
        """No session of this desk has the file open any more."""
        for session in self._sessions:
            session.close()


def do(session: Session, *lines: str) -> str:
    """Every line must be done; the last answer."""
    text = ""
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"
        text = answer.text
    return text
