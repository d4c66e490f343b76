"""Two pictures of the head unit are alike as far as is asked, or it is told what differs."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from models.errors import PcmError
from pcm.qa.pages import PAGE
from pcm.qa.pictures.check import How, accept, check_picture, compare_folders
from pcm.qa.pictures.difference import CHANGED, MASKED, Difference, derive_difference
from pcm.qa.pictures.picture import (
    Tolerance,
    open_picture,
    parse_masks,
    parse_tolerance,
)

EXACT = Tolerance(0, 0.0)


def difference(
    before: Path, after: Path, tolerance: Tolerance = EXACT, mask: str = ""
) -> Difference | None:
    pictures = (open_picture(before), open_picture(after))
    return derive_difference(*pictures, tolerance, parse_masks(mask))


@pytest.fixture
def one_pixel(shots: Path, tmp_path: Path) -> Path:
    """Home, with 20 more red in one pixel."""
    image = open_picture(shots / "home.png").image.copy()
    red, green, blue = image.getpixel((5, 300))  # type: ignore[misc] # three channels
    image.putpixel((5, 300), (red + 20, green, blue))
    image.save(tmp_path / "pixel.png")
    return tmp_path / "pixel.png"


def test_a_screen_is_like_itself(shots: Path) -> None:
    assert difference(shots / "home.png", shots / "home.png") is None


def test_one_pixel_counts_as_far_as_is_tolerated(shots: Path, one_pixel: Path) -> None:
    home = shots / "home.png"
    found = difference(home, one_pixel)
    assert found is not None
    assert "(1) differ, within 5,300,1,1" in found.words
    assert found.marked.getpixel((5, 300)) == CHANGED
    assert difference(home, one_pixel, Tolerance(19)) is not None
    assert difference(home, one_pixel, Tolerance(20)) is None, "so much in a channel is tolerated"
    assert difference(home, one_pixel, Tolerance(0, 0.001)) is None, "so many pixels are"
    assert difference(home, one_pixel, mask="0,300,10,1") is None
    assert difference(home, one_pixel, mask="6,300,10,1") is not None


def test_the_clock_is_masked_by_its_name(shots: Path) -> None:
    home, later = shots / "home.png", shots / "minute.png"
    found = difference(home, later)
    assert found is not None
    x, y, width, height = open_picture(home).areas["header_clock"][0]
    place = tuple(map(int, found.words.rpartition(" ")[2].split(",")))
    assert x <= place[0] < place[0] + place[2] <= x + width
    assert y <= place[1] < place[1] + place[3] <= y + height
    assert difference(home, later, mask="clock") is None


def test_other_labels_are_found_beside_a_mask(shots: Path) -> None:
    found = difference(shots / "car.png", shots / "german.png", mask="clock")
    assert found is not None
    assert found.share > 0.001
    x, y, *_ = open_picture(shots / "german.png").areas["header_clock"][0]
    assert found.marked.getpixel((x, y)) == MASKED, "what was not compared is shown"


def test_a_message_that_one_of_them_has_is_masked_in_both(shots: Path) -> None:
    told, silent = open_picture(shots / "toast.png"), open_picture(shots / "home.png")
    assert "toast" in told.areas
    assert "toast" not in silent.areas
    assert derive_difference(silent, told, EXACT, ("clock",)) is not None
    assert derive_difference(silent, told, EXACT, ("clock", "toast")) is None
    assert derive_difference(silent, silent, EXACT, ("toast",)) is None, "there need not be one"


def test_rows_have_areas_too(shots: Path) -> None:
    areas = open_picture(shots / "car.png").areas
    assert {"trip", "tyre_pressure", "header_clock"} <= set(areas)


def test_another_size_is_another_picture(shots: Path, tmp_path: Path) -> None:
    Image.new("RGB", (1280, 480)).save(tmp_path / "wide.png")
    found = difference(shots / "home.png", tmp_path / "wide.png")
    assert found is not None
    assert found.words == "it was 800 x 480, it is 1280 x 480"
    assert found.share == 1.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("900", "'900' is neither 0 to 255 nor a share such as 0.5%"),
        ("-1", "'-1' is neither"),
        ("1.5", "'1.5' is neither"),
        ("101%", "'101%' is neither"),
        ("few", "'few' is neither"),
    ],
)
def test_a_wrong_tolerance_is_named(text: str, words: str) -> None:
    with pytest.raises(PcmError, match=f"tolerance: {words}"):
        parse_tolerance(text)


def test_what_is_tolerated_is_read() -> None:
    assert parse_tolerance("") == Tolerance()
    assert parse_tolerance("20") == Tolerance(20)
    assert parse_tolerance("0.5%") == Tolerance(share=0.005)
    assert parse_tolerance("20, 0.5%") == Tolerance(20, 0.005)
    assert parse_masks("clock, 1,2,30,4,toast") == ("clock", (1, 2, 30, 4), "toast")


def test_a_wrong_mask_is_named(shots: Path) -> None:
    with pytest.raises(PcmError, match="unknown mask 'clokc'; did you mean clock"):
        difference(shots / "home.png", shots / "car.png", mask="clokc")


@pytest.mark.parametrize("cut", [0, 4, 40, 3000])
def test_a_picture_that_is_cut_off_is_one_line(shots: Path, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "cut.png"
    file.write_bytes((shots / "home.png").read_bytes()[:cut])
    with pytest.raises(PcmError, match=r"cut\.png(: the picture is| is no PNG)") as told:
        open_picture(file)
    assert "\n" not in str(told.value)


def test_what_is_no_picture_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture", "utf-8")
    Image.new("RGB", (2, 2)).save(tmp_path / "photo.png", "JPEG")
    for name in ("text.png", "photo.png"):
        with pytest.raises(PcmError, match="is no PNG picture"):
            open_picture(tmp_path / name)
    with pytest.raises(PcmError, match=r"none\.png: No such file"):
        open_picture(tmp_path / "none.png")
    with pytest.raises(PcmError, match="Is a directory"):
        open_picture(tmp_path)


@pytest.fixture
def folders(shots: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Before: home, car and an old one; after: home a minute later, car, and a new one."""
    before, after = tmp_path / "before", tmp_path / "after" / "deep"
    before.mkdir()
    (before / "deep").mkdir()
    after.mkdir(parents=True)
    for name, source, folder in (
        ("home", "home", before / "deep"),
        ("old", "german", before / "deep"),
        ("car", "car", before / "deep"),
        ("home", "minute", after),
        ("car", "car", after),
        ("new one", "german", after),
    ):
        shutil.copyfile(shots / f"{source}.png", folder / f"{name}.png")
    return before, after.parent, tmp_path / "out"


def test_folders_are_compared_and_accepted(folders: tuple[Path, Path, Path]) -> None:
    before, after, out = folders
    count, found = compare_folders(before, after, out, How())
    assert count == 4
    kinds = {each.name: each.kind for each in found}
    assert kinds == {
        "deep/home.png": "different",
        "deep/new one.png": "new",
        "deep/old.png": "gone",
    }
    with pytest.raises(PcmError, match=r"unknown picture 'deep/hom\.png'; did you mean deep/home"):
        accept(out, ["deep/hom.png"])
    assert accept(out, ["deep/home.png"]) == [f"replaced {before / 'deep' / 'home.png'}"]
    assert len(compare_folders(before, after, out, How())[1]) == 2
    assert set(accept(out)) == {
        f"stored {before / 'deep' / 'new one.png'}",
        f"removed {before / 'deep' / 'old.png'}",
    }
    assert accept(out) == [], "it was accepted"
    assert compare_folders(before, after, out, How()) == (3, [])
    assert [file.name for file in out.iterdir()] == [PAGE], "nothing is left of earlier differences"


def test_another_comparison_leaves_nothing_of_the_one_before(
    folders: tuple[Path, Path, Path],
) -> None:
    before, after, out = folders
    assert len(compare_folders(before, after, out, How())[1]) == 3
    assert len(compare_folders(before, after, out, How(masks=("clock",)))[1]) == 2
    with pytest.raises(PcmError, match="unknown picture"):
        accept(out, ["deep/home.png"])


class Sources(HTMLParser):
    """Every picture of a page, and whatever it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "img":
            self.pictures.append(found["src"] or "")
        self.fetched += [url for url in found.values() if url and "//" in url]


def test_the_page_shows_every_difference(folders: tuple[Path, Path, Path]) -> None:
    before, after, out = folders
    compare_folders(before, after, out, How())
    page = (out / PAGE).read_text("utf-8")
    seen = Sources()
    seen.feed(page)
    assert len(seen.pictures) == 3 + 2 + 1 + 1, "three and two to slide, the new one, the old one"
    assert all((out / unquote(name)).is_file() for name in seen.pictures)
    assert seen.fetched == []
    assert "4 pictures compared" in page
    assert "within" in page


def test_a_folder_without_pictures_is_one_line(tmp_path: Path, shots: Path) -> None:
    for folder, words in ((tmp_path / "none", "there is no folder"), (tmp_path, "no picture")):
        with pytest.raises(PcmError, match=words):
            compare_folders(shots, folder, tmp_path / "out", How())
    with pytest.raises(PcmError, match="there is no folder"):
        accept(tmp_path / "none")


def test_a_picture_is_checked_against_its_stored_one(shots: Path, tmp_path: Path) -> None:
    stored, out = tmp_path / "stored" / "home.png", tmp_path / "out"
    new = check_picture("718/home.png", shots / "home.png", stored, out)
    assert new is not None
    assert new.kind == "new"
    assert accept(tmp_path) == [f"stored {stored}"], "found beneath the folder named"
    assert check_picture("718/home.png", (shots / "home.png").read_bytes(), stored, out) is None
    other = check_picture("718/home.png", shots / "minute.png", stored, out)
    assert other is not None
    assert other.kind == "different"
    masked = How(masks=("clock",))
    assert check_picture("718/home.png", shots / "minute.png", stored, out, masked) is None
    assert accept(out) == [f"replaced {stored}"]
    assert check_picture("718/home.png", shots / "minute.png", stored, out) is None
    assert open_picture(stored).areas == open_picture(shots / "minute.png").areas
