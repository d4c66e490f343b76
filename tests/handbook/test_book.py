"""The handbook as files: whole pages, every link and picture there, the same bytes twice."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from models.catalogue import LANGUAGES, Languages
from models.errors import PcmError
from pcm.handbook.book import write_handbook
from pcm.handbook.words import load_words
from pcm.training.plan import derive_plan
from tests.handbook.conftest import LESSONS, car_session
from tests.handbook.pages import read_page

PAGES = ("index.html", "link.html", "print.html")


def test_every_page_is_well_formed_and_in_its_language(handbook: Path, car: str) -> None:
    for name in PAGES:
        page = read_page(handbook / name)
        assert page.faults == [], name
        assert page.of("html", "lang") == [car_session(car).unit.state.language]
        assert len(page.ids) == len(set(page.ids)), name
        assert page.headings[0] == 1
        deeper = zip(page.headings, page.headings[1:], strict=False)
        assert all(after - before <= 1 for before, after in deeper), name


def test_every_link_and_picture_is_there(handbook: Path) -> None:
    pictures = set()
    for name in PAGES:
        page = read_page(handbook / name)
        targets = [*page.of("a", "href"), *page.of("link", "href")]
        inner = [target for target in targets if not target.startswith("https://")]
        assert len(inner) >= 3
        for target in inner:
            file, _, anchor = target.partition("#")
            assert (handbook / (file or name)).is_file(), target
            assert not anchor or anchor in read_page(handbook / (file or name)).ids, target
        pictures |= set(page.of("img", "src"))
    assert pictures == {path.name for path in handbook.glob("*.png")}
    assert len(pictures) >= 5


def test_a_picture_has_the_size_and_the_words_that_the_page_says(handbook: Path) -> None:
    page = read_page(handbook / "link.html")
    found = [attrs for tag, attrs in page.tags if tag == "img"]
    for attrs in found:
        with Image.open(handbook / attrs["src"]) as image:
            assert image.size == (int(attrs["width"]), int(attrs["height"]))
        assert len(attrs["alt"]) > 15
    assert len(found) >= 5


def test_each_step_of_the_plan_has_its_caption_once(handbook: Path, car: str) -> None:
    plan = derive_plan("link", car_session(car))
    words = read_page(handbook / "link.html").words
    for step in plan.steps:
        assert words.count(step.say) == 1
    assert len(plan.steps) == 2


def test_nothing_secret_stands_in_a_page(handbook: Path, car: str) -> None:
    world = car_session(car).world
    secrets = world.secrets
    assert secrets.search(world.portal.owner.password)
    files = [path for path in handbook.iterdir() if path.suffix != ".png"]
    assert [path.name for path in files if secrets.search(path.read_text("utf-8"))] == []
    assert len(files) == 4


def test_the_same_twice_gives_the_same_bytes(handbooks: dict[str, Path], tmp_path: Path) -> None:
    first = handbooks["718-982"]
    write_handbook(car_session("718-982"), LESSONS, tmp_path)
    names = {path.name for path in first.iterdir()}
    assert names == {path.name for path in tmp_path.iterdir()}
    assert [n for n in names if (first / n).read_bytes() != (tmp_path / n).read_bytes()] == []
    assert len(names) >= 9


def test_words_take_the_same_values_in_every_language() -> None:
    words = load_words().words
    for key, spoken in words.items():
        assert set(spoken) == set(LANGUAGES), key
        assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in spoken.values()}) == 1, key
    assert len(words) >= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_handbook_in_each_language(
    handbooks: dict[str, Path], tmp_path: Path, language: Languages
) -> None:
    session = car_session("718-982", language)
    write_handbook(session, LESSONS, tmp_path)
    page = read_page(tmp_path / "link.html")
    assert page.of("html", "lang") == [language]
    assert derive_plan("link", session).goal in page.words


def test_what_is_in_the_folder_already_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "index.html").write_text("an older one")
    write_handbook(car_session("718-982"), LESSONS, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert "an older one" not in (tmp_path / "index.html").read_text("utf-8")


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(PcmError, match="file is a file"):
        write_handbook(car_session("718-982"), LESSONS, file)
    with pytest.raises(PcmError, match="Not a directory"):
        write_handbook(car_session("718-982"), LESSONS, file / "below")


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium here")
def test_it_is_printed_as_pdf(handbooks: dict[str, Path], tmp_path: Path) -> None:
    pdf = tmp_path / "handbook.pdf"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    page = (handbooks["718-982"] / "print.html").as_uri()
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = ["chromium", *options, profile, f"--print-to-pdf={pdf}", page]
    subprocess.run(command, check=True, capture_output=True)
    data = pdf.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page\r") >= 3
