"""What a page says about what was just done or declined; its key travels in the address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from connectivity.outside.declined import WHY
from connectivity.outside.store import load_store
from models.catalogue import Languages
from models.markets import load_markets
from models.texts import load_texts
from pcm.web.words import Teller

DONE = (
    "account_deleted",
    "add",
    "buy",
    "cancel",
    "cancel_function",
    "code",
    "code_reset",
    "code_set",
    "country",
    "order",
    "remove",
    "renew_off",
    "renew_on",
    "signed_out",
    "user_add",
    "user_remove",
    "withdraw",
)
DECLINED = (
    *WHY,
    "codes_differ",
    "malformed_code",
    "must_wait",
    "other",
    "signed_out",
    "wrong_sign_in",
)
VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


@dataclass(frozen=True, slots=True)
class Said:
    """done False: it was declined."""

    done: bool
    text: str


def address(path: str, kind: str, key: str, about: str = "") -> str:
    """A page that will say so."""
    return f"{path}?{urlencode({kind: key} | ({'about': about} if about else {}))}"


def derive_said(query: Mapping[str, str], words: Teller, language: Languages) -> Said | None:
    """What the address asks to be said; what nobody could have done is not said."""
    name = _name(query.get("about", ""), language)
    for kind, known in (("done", DONE), ("declined", DECLINED)):
        if (key := query.get(kind)) in known:
            return Said(kind == "done", words.tell(f"{kind}.{key}", name=name))
    return None


def _name(about: str, language: Languages) -> str:
    """In words, of a service, a function, a country, or a VIN."""
    texts, store = load_texts(language), load_store()
    if about in {service.id for service in store.services}:
        return texts.say(f"service.{about}")
    if about in store.packages:
        return texts.say(f"function_name.{about}")
    for market in load_markets().markets:
        if market.code == about:
            return market.names[language]
    return about if VIN.fullmatch(about) else ""
