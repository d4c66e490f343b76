"""The own reader and packer of the DBC agrees with cantools; the frames fit real ones."""

from pathlib import Path
from random import Random
from typing import Any

import cantools
import pytest

from connectivity.can.layout import DBC_FILE, EXTENDED, DbcError, Message, load_layout, read_layout
from connectivity.can.protection import DATA_IDS, checksum, protect
from connectivity.can.status import STATUS
from tests.headunit.conftest import make_session

MESSAGES = load_layout().messages
REFERENCE = cantools.database.load_file(DBC_FILE, strict=True)
PUBLIC_IDS = {
    "Klemmen_Status_01": 0x3C0, "ESP_01": 0x100, "Getriebe_03": 0x102, "EPB_01": 0x104,
    "Kombi_01": 0x30B, "Dimmung_01": 0x5F0, "Gateway_05": 0x39C, "ZV_02": 0x583, "VIN_01": 0x6B4,
    "Diagnose_01": 0x6B2, "Einheiten_01": 0x643, "Systeminfo_01": 0x585, "MFL_Tasten": 0x5BF,
}  # fmt: skip


def reference(name: str) -> Any:
    return REFERENCE.get_message_by_name(name)  # type: ignore[union-attr] # a DBC has messages


def test_the_messages_of_public_documents_have_their_ids() -> None:
    assert {m.name: m.id for m in MESSAGES if m.name in PUBLIC_IDS} == PUBLIC_IDS


def test_every_other_message_says_that_it_is_our_own_and_has_a_29_bit_id() -> None:
    own = [message for message in MESSAGES if message.name not in PUBLIC_IDS]
    assert {message.name for message in own} == {"SIM_CHARGE_01", "PCM_STATUS_01"}
    for message in own:
        assert message.id & EXTENDED
        assert "no public document" in reference(message.name).comment


def test_every_message_has_a_source_and_a_period() -> None:
    for message in MESSAGES:
        assert reference(message.name).comment
        assert message.period_s > 0


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.name)
def test_cantools_reads_the_same_layout(message: Message) -> None:
    same = reference(message.name)
    assert (message.id & ~EXTENDED, bool(message.id & EXTENDED)) == (
        same.frame_id,
        same.is_extended_frame,
    )
    assert (message.length, message.period_s) == (same.length, same.cycle_time / 1000)
    ours = {(s.name, s.start, s.length, s.factor, s.offset, s.low, s.high) for s in message.signals}
    assert ours == {
        (s.name, s.start, s.length, s.scale, s.offset, s.minimum, s.maximum) for s in same.signals
    }


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.name)
def test_cantools_packs_and_unpacks_the_same(message: Message) -> None:
    random, same = Random(7), reference(message.name)
    for _ in range(50):
        part = random.randrange(3) if message.multiplexer else None
        values = {
            s.name: s.value(random.randint(s.raw(s.low), s.raw(s.high)) << s.start)
            for s in message.signals
            if s.mux in (None, part)
        }
        if message.multiplexer and part is not None:
            values[message.multiplexer.name] = part
        data = message.pack(values)
        assert data == same.encode(values)
        decoded = same.decode(data, decode_choices=False)
        assert message.unpack(int.from_bytes(data, "little")) == pytest.approx(decoded)


@pytest.mark.parametrize("frame", ["15092300", "DE022300", "2E012300"])
def test_the_checksum_fits_frames_of_a_real_head_unit_on_the_bench(frame: str) -> None:
    data, message = bytes.fromhex(frame), load_layout().by_name["Klemmen_Status_01"]
    assert checksum(message, data) == data[0]
    counter = data[1] & 15
    assert protect(message, bytes((0, data[1] & 0xF0)) + data[2:], counter) == data


def test_the_one_bench_frame_that_does_not_fit_is_known() -> None:
    data = bytes.fromhex("C0010700")
    assert checksum(load_layout().by_name["Klemmen_Status_01"], data) != data[0]


def test_every_checksum_has_its_constant() -> None:
    assert {message.name for message in MESSAGES if message.checksum} == set(DATA_IDS)


BROKEN = {
    "no start": ("SG_ ZAS_Kl_15 : 17|1", "SG_ ZAS_Kl_15 : x|1", "cannot be read"),
    "too long": ("SG_ ESP_QBit_v_Signal : 55|1", "SG_ ESP_QBit_v_Signal : 63|2", "does not fit"),
    "table of nothing": ("VAL_ 258 GE_W", "VAL_ 258 GX_W", "has no signal GX_Waehlhebel"),
    "period of nothing": ("BO_ 256 20;", "BO_ 257 20;", "no message has the id 257"),
    "big-endian": ("KBI_V_Digital : 24|9@1+", "KBI_V_Digital : 24|9@0+", "cannot be read"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_dbc_is_one_line_with_its_place(case: str, tmp_path: Path) -> None:
    right, wrong, problem = BROKEN[case]
    text = DBC_FILE.read_text("utf-8")
    assert right in text
    file = tmp_path / "broken.dbc"
    lines = text.replace(right, wrong).splitlines()
    file.write_text("\n".join(lines), "utf-8")
    line = next(number for number, said in enumerate(lines, 1) if wrong in said)
    layout = read_layout(file)
    (fault,) = layout.faults
    assert fault.startswith(f"{file}:{line}: ")
    assert problem in fault
    assert "\n" not in fault
    assert len(layout.messages) == len(MESSAGES) - 1, "the others are there"


@pytest.mark.parametrize("name", sorted({message.name for message in MESSAGES} - {STATUS}))
def test_the_head_unit_goes_on_without_a_message(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "broken.dbc"
    text = DBC_FILE.read_text("utf-8")
    file.write_text(text.replace(f" {name}: ", f" {name} is "), "utf-8")
    monkeypatch.setattr("connectivity.can.layout.DBC_FILE", file)
    load_layout.cache_clear()
    try:
        session = make_session("718-982", 2020)
        for line in ("car speed 50", "wheel ok", "car restart", "pass 10 s", "car bus show"):
            assert session.do(line).ok, line
        assert name in session.do("state can_lost").text
        assert len(load_layout().faults) == 1
    finally:
        load_layout.cache_clear()


def test_a_dbc_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DbcError, match=r"no\.dbc"):
        read_layout(tmp_path / "no.dbc")
