"""Files of coverage are merged into pages, a table and JSON."""

import errno
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.catalogue import find_car, load_cars
from models.errors import PcmError
from models.markets import load_markets
from pcm.headunit.session import Session
from pcm.qa.coverage import Collector, report_coverage
from pcm.qa.coverage.covered import Count, find_covered
from pcm.qa.coverage.existing import find_existing
from pcm.qa.coverage.seen import Desk, Seen, load_seen, merge, write_seen

BOXSTER = Desk("718-982", 2019, "IT")

names = st.frozensets(st.sampled_from(["home", "phone", "roaming on", "no_sim"]))
seens = st.builds(Seen, names, names, names, names)
runs = st.dictionaries(st.sampled_from([BOXSTER, Desk("taycan-j1", 2022, "CH")]), seens)


@given(runs, runs, runs)
def test_merging_knows_no_order_and_no_twice(
    a: dict[Desk, Seen], b: dict[Desk, Seen], c: dict[Desk, Seen]
) -> None:
    assert merge([merge([a, b]), c]) == merge([a, merge([b, c])])
    assert merge([a, b]) == merge([b, a])
    assert merge([a, a]) == merge([a]) == a
    for desk, seen in a.items():
        assert merge([a, b])[desk] | seen == merge([a, b])[desk]


def seen_in(*lines: str, car: str = "718-982", year: int = 2019) -> Collector:
    session = Session(find_car(car), year)
    collector = Collector(session)
    for line in lines:
        assert session.do(line).ok, line
    return collector


def test_a_process_adds_to_its_own_file(tmp_path: Path) -> None:
    seen_in("key PHONE").write(tmp_path)
    seen_in("key NAV").write(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.name == f"718-982-2019-IT-{os.getpid()}.json"
    seen, problems = load_seen(tmp_path)
    assert problems == []
    assert {"home", "phone", "nav"} <= seen[BOXSTER].screens


def test_runs_beside_each_other_are_merged(tmp_path: Path) -> None:
    seen_in("key PHONE").write(tmp_path)
    (file,) = tmp_path.iterdir()
    file.rename(tmp_path / "718-982-2019-IT-1.json")
    seen_in("key NAV").write(tmp_path)
    totals = report_coverage(tmp_path, tmp_path / "out")
    (car,) = totals.cars
    assert {"phone", "nav"} <= car.seen.screens
    assert car.counts["screens"].seen == 3


def test_a_broken_file_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    seen_in("key PHONE").write(tmp_path)
    (tmp_path / "half.json").write_text('{"car": "718-982", "ye', "utf-8")
    (tmp_path / "other.json").write_text('{"car": "718-982"}', "utf-8")
    write_seen(tmp_path, Desk("718-928", 2019, "IT"), Seen(frozenset({"home", "phone"})))
    totals = report_coverage(tmp_path, tmp_path / "out")
    assert len(totals.cars) == 1
    told = "\n".join(totals.problems)
    assert len(totals.problems) == 3
    assert "half.json" in told
    assert "other.json" in told
    assert "did you mean 718-982" in told
    assert all(problem in totals.text for problem in totals.problems)
    assert "half.json" in (tmp_path / "out/coverage.html").read_text("utf-8")


def test_a_file_that_is_being_written_is_no_broken_one(tmp_path: Path) -> None:
    seen_in("key PHONE").write(tmp_path)
    (tmp_path / "718-982-2019-IT-7.part").write_text("{", "utf-8")
    assert load_seen(tmp_path)[1] == []


def test_a_full_disk_costs_nothing_that_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_in("key PHONE").write(tmp_path)
    collector = seen_in("key NAV")

    def fill_up(file: Path, text: str, encoding: str) -> None:
        file.write_bytes(text[:20].encode(encoding))
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", fill_up)
        with pytest.raises(PcmError, match="No space left"):
            collector.write(tmp_path)
    assert "phone" in load_seen(tmp_path)[0][BOXSTER].screens
    collector.write(tmp_path)
    assert {"phone", "nav"} <= load_seen(tmp_path)[0][BOXSTER].screens


def test_nothing_seen_is_said(tmp_path: Path) -> None:
    totals = report_coverage(tmp_path / "none", tmp_path)
    assert totals.text == "no menu was seen"
    assert "No menu was seen" in (tmp_path / "coverage.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(PcmError, match="out: the coverage cannot be written"):
        report_coverage(tmp_path, tmp_path / "out")
    with pytest.raises(PcmError, match="cannot be written"):
        seen_in("key PHONE").write(tmp_path / "out")


def test_everything_seen_is_a_hundred_percent() -> None:
    existing = find_existing(BOXSTER)
    outcomes = {f"{row} {name}" for row, found in existing.outcomes.items() for name in found}
    whole = Seen(existing.screens, frozenset(outcomes), existing.overlays, existing.reasons)
    covered = find_covered({BOXSTER: whole})
    assert {count.percent for count in covered.counts.values()} == {100}
    assert all(line.whole for line in covered.lines())
    assert {count.seen for count in find_covered({BOXSTER: Seen()}).counts.values()} == {0}


def test_the_tree_adds_up_to_the_table() -> None:
    seen = seen_in("do roaming", "tap PHONE > OPT > SET PHONE").seen[BOXSTER]
    covered = find_covered({BOXSTER: seen})
    total = sum((line.inside for line in covered.lines()), Count(0, 0))
    assert total == covered.counts["outcomes"]


def test_countries_of_a_car_are_one_line(tmp_path: Path) -> None:
    without = next(m.code for m in load_markets().markets if not m.offer.sim_slot)
    for line in ("country IT", f"country {without}"):
        seen_in(line, "tap PHONE > OPT > SET PHONE").write(tmp_path)
    (car,) = report_coverage(tmp_path, tmp_path / "out").cars
    assert car.countries == tuple(sorted(("IT", without)))
    alone = find_existing(BOXSTER)
    closed = find_existing(Desk("718-982", 2019, without)).closed
    assert closed
    assert car.existing.closed == {}, "open in the other country"
    assert car.existing.screens == alone.screens
    for row in closed:
        assert set(car.existing.outcomes[row]) == {*alone.outcomes[row], "refused"}


def test_99_of_100_is_not_all() -> None:
    assert Count(999, 1000).percent == 99


def test_pages_of_all_cars_are_whole_and_light(tmp_path: Path) -> None:
    for car in load_cars().cars:
        seen_in("home", "tap media", car=car.id, year=car.years[0]).write(tmp_path)
    totals = report_coverage(tmp_path, tmp_path / "out")
    assert len(totals.cars) == 13
    pages = [tmp_path / "out/coverage.html", *(tmp_path / "out/coverage").iterdir()]
    assert len(pages) == 14
    for page in pages:
        html = page.read_text("utf-8")
        assert len(html) < 200_000
        assert not re.search(r'(src|href)="(https?:)?//', html)
    links = re.findall(r'href="(coverage/.*?)"', pages[0].read_text("utf-8"))
    assert len(links) == 13
    assert all((tmp_path / "out" / link).exists() for link in links)
    value = json.loads((tmp_path / "out/coverage.json").read_text("utf-8"))
    assert len(value["cars"]) == 13
    assert value["all"]["screens"]["seen"] >= 26
    assert len(totals.text.splitlines()) == 15
    for car in value["cars"]:
        unseen = car["screens"]["existing"] - car["screens"]["seen"]
        assert len(car["unseen"]["screens"]) == unseen
        unseen = car["outcomes"]["existing"] - car["outcomes"]["seen"]
        assert len(car["unseen"]["outcomes"]) == unseen
