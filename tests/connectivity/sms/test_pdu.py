"""PDUs and alphabets: published examples, round trips of whatever can be sent, hostile octets."""

import string
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from connectivity.sms.address import Address, PduError
from connectivity.sms.alphabet import DEFAULT, EXTENSION, fits, pack, septets, text_of, unpack
from connectivity.sms.parts import Joiner
from connectivity.sms.pdu import (
    Deliver,
    Submit,
    decode,
    decode_deliver,
    decode_submit,
    encode_centre,
    split_centre,
)
from connectivity.sms.text import Text, plain_text, split_text

PUBLISHED = [  # (PDU, service centre, sender, text, time): tutorials on SMS PDUs
    (
        "07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07",
        "+31624000000",
        "+31641600986",
        "How are you?",
        datetime(2002, 8, 26, 19, 37, 41, tzinfo=UTC),
    ),
    (
        "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37",
        "+27381000015",
        "27838890001",
        "hellohello",
        datetime(2099, 3, 29, 15, 16, 59, tzinfo=timezone(timedelta(hours=2))),
    ),
    (
        "0791448720003023240DD0E474D81C0EBB010000111011315214000BE474D81C0EBB5DE3771B",
        "+447802000332",
        "diafaan",
        "diafaan.com",
        datetime(2011, 1, 11, 13, 25, 41, tzinfo=UTC),
    ),
]


@pytest.mark.parametrize(("pdu", "centre", "sender", "text", "time"), PUBLISHED)
def test_published_messages_that_came_are_read(
    pdu: str, centre: str, sender: str, text: str, time: datetime
) -> None:
    address, rest = split_centre(bytes.fromhex(pdu))
    message = decode_deliver(rest)
    assert address
    assert (address.shown, message.sender.shown, message.body.text) == (centre, sender, text)
    assert message.time == time


def test_a_published_message_to_send_is_read_and_made() -> None:
    pdu = bytes.fromhex("0011000B916407281553F80000AA0AE8329BFD4697D9EC37")
    centre, rest = split_centre(pdu)
    message = decode_submit(rest)
    assert centre is None
    assert (message.to.shown, message.body.text) == ("+46708251358", "hellohello")
    assert message.validity == b"\xaa"
    assert encode_centre(None) + message.encode() == pdu


def test_the_alphabet_has_128_places_and_ten_signs_more() -> None:
    assert (len(DEFAULT), len(set(DEFAULT)), len(EXTENSION)) == (128, 128, 10)
    assert text_of(septets(DEFAULT.replace("\x1b", ""))) == DEFAULT.replace("\x1b", "")
    assert septets("€@") == b"\x1b\x65\x00"


GSM_SIGNS = DEFAULT.replace("\x1b", "") + "".join(EXTENSION.values())
all_signs = st.characters(exclude_categories=["Cs"])
gsm_text = st.text(GSM_SIGNS, max_size=70)
any_text = st.text(all_signs, max_size=35)
numbers = st.text(string.digits, min_size=1, max_size=20)
times = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2098, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-48, 56).map(lambda n: timezone(timedelta(minutes=15 * n))),
)


@given(st.binary(max_size=170), st.integers(0, 6))
def test_packed_septets_come_back(data: bytes, fill: int) -> None:
    codes = bytes(octet & 0x7F for octet in data)
    assert unpack(pack(codes, fill), len(codes), fill) == codes


@given(numbers, st.booleans(), gsm_text | any_text, times)
def test_what_is_delivered_comes_back(number: str, plus: bool, text: str, time: datetime) -> None:
    whole = time.replace(microsecond=0)
    sent = Deliver(Address.of(f"+{number}" if plus else number), plain_text(text), whole)
    assert decode(sent.encode()) == sent


@given(numbers, gsm_text | any_text, st.integers(0, 255), st.sampled_from([b"", b"\xa7"]))
def test_what_is_submitted_comes_back(
    number: str, text: str, reference: int, validity: bytes
) -> None:
    sent = Submit(Address.of(number), plain_text(text), reference, 0, validity)
    assert decode(sent.encode()) == sent


@example("a" * 320)
@example("[" * 200)
@example("ж" * 140)
@given(st.text(GSM_SIGNS, max_size=600) | st.text(all_signs, max_size=300))
def test_parts_of_a_long_text_fit_and_join(text: str) -> None:
    parts = split_text(text, 7)
    read = [decode_deliver(_delivered(part)).body for part in parts]
    assert "".join(part.text for part in read) == text
    if len(parts) > 1:
        found = [part.part for part in read]
        assert [(p.number, p.total, p.reference) for p in found if p] == [
            (n, len(parts), 7) for n in range(1, len(parts) + 1)
        ]


def _delivered(part: Text) -> bytes:
    return Deliver(Address.of("+39"), part, datetime(2026, 3, 16, tzinfo=UTC)).encode()


@pytest.mark.parametrize(("sign", "most"), [("a", 160), ("€", 80), ("ж", 70), ("😀", 35)])
def test_one_message_holds_what_the_standard_says(sign: str, most: int) -> None:
    assert len(split_text(sign * most)) == 1
    assert len(split_text(sign * (most + 1))) == 2
    with pytest.raises(PduError):
        plain_text(sign * (most + 1)).encode()


@given(st.binary(max_size=200))
def test_hostile_octets_are_refused_or_read(data: bytes) -> None:
    for read in (decode, decode_submit, split_centre):
        with suppress(PduError):
            read(data)


def test_names_and_numbers_make_addresses() -> None:
    assert Address.of("+39 049 555-0199").shown == "+390495550199"
    assert Address.of("49112").shown == "49112"
    assert Address.of("Porsche").type == 0xD0
    assert fits("Ciao è già")
    assert not fits("жду")


def test_parts_join_in_whatever_order_they_come() -> None:
    joiner, parts = Joiner(), split_text("".join(map(str, range(150))))
    assert len(parts) == 3
    assert [joiner.take("1", part) for part in (parts[2], parts[0], parts[0])] == [None] * 3
    assert joiner.take("2", parts[1]) is None, "of another sender"
    assert joiner.take("1", parts[1]) == "".join(map(str, range(150)))
    assert joiner.take("1", plain_text("whole")) == "whole"
