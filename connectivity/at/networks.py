"""The country of a network, told by its mobile country code (ITU-T E.212)."""

_COUNTRIES = {"222": "IT", "228": "CH", "262": "DE", "208": "FR", "234": "GB", "232": "AT"}


def country_of(plmn: str) -> str:
    """The ISO code of the country of MCC and MNC; "" when it is not known."""
    return _COUNTRIES.get(plmn[:3], "")
