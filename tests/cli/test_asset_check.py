"""Every file in assets/ is checked: a fault names file, line, key and the nearest right name."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from pcm.cli import asset_check

ASSETS = Path(__file__).resolve().parents[2] / "assets"


class Case(NamedTuple):
    name: str
    constant: str  # of asset_check: the path that is swapped for a broken copy
    file: str  # below assets/
    before: str
    after: str
    told: tuple[str, ...]


CASES = (
    Case(
        "a line of the DBC that cannot be read",
        "DBC_FILE",
        "dbc/pcm_infotainment.dbc",
        "ZAS_Kl_15 : 17|1@1+",
        "ZAS_Kl_15 : x|1@1+",
        ("pcm_infotainment.dbc:14: ", "Invalid syntax"),
    ),
    Case(
        "signals of the DBC that overlap",
        "DBC_FILE",
        "dbc/pcm_infotainment.dbc",
        "ZAS_Kl_15 : 17|1@1+",
        "ZAS_Kl_15 : 16|1@1+",
        ("pcm_infotainment.dbc:9: ", "are overlapping in message Klemmen_Status_01"),
    ),
    Case(
        "a preset with a wrong verb",
        "PRESETS_FILE",
        "world/presets.yaml",
        "sim insert no_pin",
        "sim insrt no_pin",
        ("presets.yaml:", "presets.abroad_with_sim.verbs[1]", "did you mean sim insert"),
    ),
    Case(
        "a world of the crawler with a wrong verb",
        "CRAWL_FILE",
        "world/crawl.yaml",
        "portal unlink",
        "portal unlnk",
        ("crawl.yaml:", "worlds.removed.verbs[3]", "did you mean portal unlink"),
    ),
    Case(
        "help of a verb that is none",
        "VERBS_FILE",
        "verbs.yaml",
        "  tap:\n",
        "  tip:\n",
        ("verbs.tip", "did you mean", "has no help for 'tap'"),
    ),
    Case(
        "a wrong key in the world",
        "WORLD_FILE",
        "world/world.yaml",
        "hotspot_password:",
        "hotspot_pasword:",
        ("phones[0].hotspot_pasword", "did you mean hotspot_password"),
    ),
    Case(
        "a wrong key in the media",
        "MEDIA_FILE",
        "world/media.yaml",
        "tracks:",
        "trakcs:",
        ("trakcs", "did you mean tracks"),
    ),
    Case(
        "an operator without a code",
        "NETWORKS_FILE",
        "world/networks.yaml",
        'mnc: "88"',
        'mcn: "88"',
        ("countries[", "did you mean mnc"),
    ),
    Case(
        "words that a language lacks",
        "FACE",
        "face/window.yaml",
        "it:",
        "xx:",
        ("window.yaml:", "has no words in it"),
    ),
    Case(
        "letters that are not there",
        "FACE",
        "face/keyboards.yaml",
        "de: qwertz",
        "de: qwerts",
        ("languages.de", "did you mean qwertz"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_file_is_told(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ASSETS / case.file
    text = whole.read_text("utf-8")
    assert case.before in text
    if case.constant == "FACE":
        for other in whole.parent.glob("*.yaml"):
            (tmp_path / other.name).write_text(other.read_text("utf-8"), "utf-8")
    broken = tmp_path / whole.name
    broken.write_text(text.replace(case.before, case.after), "utf-8")
    swapped = tmp_path if case.constant == "FACE" else broken
    monkeypatch.setattr(asset_check, case.constant, swapped)
    told = "\n".join(map(str, asset_check.check_assets()))
    for words in case.told:
        assert words in told


def test_what_is_shipped_is_sound() -> None:
    assert len(CASES) == 10
    assert asset_check.check_assets() == []


def test_a_missing_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asset_check, "WORLD_FILE", tmp_path / "world.yaml")
    assert [str(fault) for fault in asset_check.check_assets()] == [
        f"{tmp_path / 'world.yaml'}:1: is missing"
    ]


def test_words_of_pages_are_compared_over_all_languages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = tmp_path / "web"
    shutil.copytree(ASSETS / "web", words)
    german = (words / "de.yaml").read_text()
    german = german.replace("{names}", "{name}", 1).replace("  site:", "  sight:", 1)
    (words / "de.yaml").write_text(german)
    monkeypatch.setattr(asset_check, "PAGE_WORDS", words)
    told = "\n".join(map(str, asset_check.check_assets()))
    assert re.search(r"en\.yaml:\d+: portal\.site: has no words in de", told)
    assert re.search(r"de\.yaml:\d+: portal\.sight: has no words in it, en, fr, es, pt", told)
    assert re.search(r"de\.yaml:\d+: portal\.fact\.linked: its placeholders differ", told)
