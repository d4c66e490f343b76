"""The check of models/ finds what the schemas cannot see."""

import shutil
from pathlib import Path

import pytest

from models.check import HERE, check_models


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for path in HERE.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    assert len(list(tmp_path.iterdir())) == 6
    return tmp_path


def test_the_shipped_data_has_no_fault(data: Path) -> None:
    assert [str(fault) for fault in check_models(data)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "parts"),
    [
        ("cars.yaml", "id: 718-982", "id: 911-991.2", ["'911-991.2' is written twice"]),
        ("cars.yaml", "years: [2016, 2025]", "years: [2025, 2016]", ["ends before it begins"]),
        ("cars.yaml", 'pcm: "4.1"', 'pcm: "4.2"', ["cars[4].pcm", "4.1"]),
        ("cars.yaml", "faq:121, faq:183, faq:213", "faq:1210", ["faq:1210", "cars[0].source"]),
        ("cars.yaml", "electric: true", "electrik: true", ["did you mean electric"]),
        ("markets.yaml", "code: AD", "code: AL", ["'AL' is written twice"]),
        ("markets.yaml", "code: AD", "code: Andorra", ["ISO 3166-1"]),
        ("markets.yaml", "{it: Andorra, en:", "{en:", ["markets[1].names", "it"]),
        ("markets.yaml", "security_code: domain:4.5", "sim_slt: domain:4.5", ["sim_slot"]),
        ("generations.yaml", "caption: HOME", "caption: HME", ["has no key HOME"]),
        ("sources.yaml", "rests_on: [faq, N6]", "rests_on: [faq, N66]", ["'N66'", "N6"]),
        ("statements.yaml", "  faq:114:", "  faq:14:", ["out of order"]),
        ("resolutions.yaml", "source: [faq:205]", "source: [faq:2055]", ["faq:2055", "faq:205"]),
    ],
)
def test_a_fault_names_file_line_and_nearest(
    data: Path, file: str, old: str, new: str, parts: list[str]
) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [str(fault) for fault in check_models(data)]
    line = text[: text.index(old)].count("\n") + 1
    told = [fault for fault in found if all(part in fault for part in parts)]
    assert told, found
    assert f"{file}:" in told[0]
    where = int(told[0].split(f"{file}:")[1].split(":")[0])
    assert abs(where - line) <= 7, "points at the entry"
