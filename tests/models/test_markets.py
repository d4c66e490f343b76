"""The 45 countries: names, contacts, offers."""

import pytest

from models.catalogue import LANGUAGES
from models.errors import UnknownNameError
from models.markets import Offer, find_market, load_markets

MARKETS = load_markets().markets


@pytest.mark.requirement("R-CTY-1")
def test_all_45_countries_in_the_order_of_the_source_lines() -> None:
    assert len(MARKETS) == 45
    assert [market.source for market in MARKETS] == [(f"faq:{line}",) for line in range(19, 64)]
    assert all(market.contact and "@" in market.contact for market in MARKETS)


@pytest.mark.requirement("R-CTY-1")
def test_any_other_country_has_no_contact() -> None:
    elsewhere = find_market("ZZ")
    assert elsewhere.contact is None
    assert elsewhere.source == ("faq:65",)


def test_each_country_is_found_by_code_and_by_its_name_in_each_language() -> None:
    seen = 0
    for market in MARKETS:
        assert find_market(market.code.lower()) is market
        for language in LANGUAGES:
            assert find_market(market.names[language].upper()) is market
            seen += 1
    assert seen == 45 * 6


def test_norway_is_no_boolean() -> None:
    assert find_market("NO").names["en"] == "Norway"


def test_unknown_country_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Italia"):
        find_market("Itali")


@pytest.mark.requirement("R-CTY-2")
def test_each_cell_is_assumed_for_a_reason_until_confirmed() -> None:
    assert load_markets().assumed
    confirmed = [(m.code, cell) for m in MARKETS for cell in m.confirmed]
    assert all(cell in Offer.model_fields for _, cell in confirmed)
    assert len(confirmed) < 45 * len(Offer.model_fields)


@pytest.mark.requirement("R-CTY-2")
def test_both_values_of_each_cell_exist_so_that_each_rule_can_be_tried() -> None:
    for cell in Offer.model_fields:
        assert {getattr(market.offer, cell) for market in MARKETS} == {True, False}, cell
