"""`go` and `open` lead on from where the driver is, by the fewest touches."""

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.training.touch import derive_touch, single_lines

DATA = ("phone_opt", "set_phone", "data_connection")


def touches(session: Session, line: str) -> list[str]:
    """Each is carried out before the next is asked for."""
    done = []
    for single in single_lines(session, line):
        assert derive_touch(session, single).items
        assert session.do(single).ok
        done.append(single)
    return done


@pytest.mark.parametrize(
    ("before", "line", "way"),
    [
        ([], "go data_paths", ["tap phone", *(f"tap {id_}" for id_ in DATA)]),
        (["tap phone"], "go data_paths", [f"tap {id_}" for id_ in DATA]),
        (["go data_paths"], "go data_paths", []),
        (["go data_paths", "tap data_paths"], "go data_paths", ["back"]),
        (["go data_paths"], "go wifi_settings", ["key PHONE", "tap phone_opt"]),
        (["go login_porsche_connect"], "go wifi_settings", ["key PHONE", "tap phone_opt"]),
        (["go login_porsche_connect"], "go apps", ["home"]),
        (["open link"], "go login_porsche_connect", ["home", "tap apps", "tap apps_opt"]),
    ],
)
def test_from_anywhere(before: list[str], line: str, way: list[str]) -> None:
    session = Session(find_car("718-982"), 2018)
    assert session.do("sim insert no_pin").ok
    for step in before:
        assert session.do(step).ok
    assert touches(session, line) == way
