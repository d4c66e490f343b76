"""The networks of the countries as data, and the numbers of cards that follow from them."""

import pytest

from connectivity.networks import country_of, find_country, load_networks
from connectivity.outside.modem.numbering import (
    derive_iccid,
    derive_imsi,
    derive_msisdn,
    luhn_digit,
)
from connectivity.radio import BEST_BARS, bars_of, rssi_of


@pytest.mark.parametrize(
    ("numeric", "country"),
    [("22288", "IT"), ("310410", "US"), ("311480", "US"), ("22299", "IT"), ("00101", "ZZ")],
)
def test_an_operator_code_tells_its_country(numeric: str, country: str) -> None:
    assert country_of(numeric) == country


def test_a_code_that_nobody_has_tells_none() -> None:
    assert country_of("99901") == ""
    assert country_of("") == ""


def test_every_operator_has_names_that_fit_a_display() -> None:
    seen = 0
    for country in (*load_networks().countries, load_networks().elsewhere):
        assert country.operators[0].partner, f"{country.code}: foreign cards find nothing"
        for operator in find_country(country.code).operators:
            seen += 1
            assert 0 < len(operator.short_name) <= 8, operator.name
            assert len(operator.numeric) in (5, 6)
            assert operator.technologies
            assert country_of(operator.numeric) == country.code
    assert seen >= 140


def test_cards_have_numbers_of_their_country() -> None:
    for home in ("IT", "US", "GI", "QQ"):
        country = find_country(home)
        iccid, imsi = derive_iccid(home, 7), derive_imsi(home, 7)
        assert len(iccid) == 19
        assert iccid.startswith(f"89{country.calling}")
        assert luhn_digit(iccid[:-1]) == iccid[-1]
        assert len(imsi) == 15
        assert imsi.startswith(country.operators[0].numeric)
        assert derive_msisdn(home, 7).startswith(f"+{country.calling}")
    assert luhn_digit("7992739871") == "3"


def test_bars_survive_the_way_through_a_modem() -> None:
    assert [bars_of(rssi_of(bars)) for bars in range(BEST_BARS + 1)] == [0, 1, 2, 3, 4]
    assert bars_of(99) == 0
