"""Random verb lines for the walks: what a tester may type, right, nearly right and hostile."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from models.catalogue import load_cars
from pcm.headunit.verbs import VERBS

SECRETS = (
    "1234", "12345678", "2580", "11223344", "0000", "87654321", "8939010000000000017",
    "Stradale-718", "Boxer-911", "4711", "2468", "cayman718",
)  # fmt: skip
"""PINs, PUKs, a card number, passwords and security codes of the made-up world."""

KEYS = ("HOME", "BACK", "OPT", "PHONE", "APPS", "SET", "CAR", "NAV", "MAP", "MEDIA", "TUNER")
FIXED = (
    "back", "home", "ok", "ok", "ok", "cancel", "erase", "knob left", "knob right 3", "knob press",
    "knob press", "volume up", "volume press", "screen", "screen --json", "state", "state --json",
    "why", "howto", "car ignition on", "car ignition off", "car restart", "car speed 0",
    "car speed 4", "car speed 6", "car speed 130", "car night off", "sim insert standard",
    "sim insert second", "sim insert no_pin", "sim insert voice_only", "sim remove", "sim call in",
    "sim call out", "sim call answer", "sim call end", "net home", "net abroad CH 2G",
    "net abroad DE 5G bars 0", "net none", "phone pair", "phone connect", "phone disconnect",
    "phone forget", "phone hotspot on", "phone hotspot off", "phone hotspot join",
    "phone carplay on", "phone carplay off", "phone call in", "phone call out 2G",
    "phone call answer", "phone call end", "phone network none", "phone range far",
    "phone accepts off", "portal code", "portal code new", "portal code other", "portal link",
    "portal unlink", "portal users add", "portal users remove", "portal down", "portal up",
    "portal delay 5", "portal security-code 1357", "portal delete-account", "pass 3 s",
    "pass 2 min", "save a", "restore a", "language de", "country CN", "country IT",
    "expect data none", "preset call_on_2g", "preset pin_waiting", "tap roaming",
    "tap enter_pairing_code", "tap set_up_account", "tap enter_sim_pin", "tap remember_pin",
    "tap private_mode",
)  # fmt: skip
PATHS = (
    "APPS > OPT > Login Porsche Connect", "PHONE > OPT > SET PHONE > Roaming",
    "SET > Porsche Connect > Modalità Privacy", "Settings > Account > Set up account",
)  # fmt: skip

verbs = st.sampled_from(FIXED)
keys = st.sampled_from(KEYS).map("key {}".format)
paths = st.sampled_from(PATHS).map("tap {}".format)
rows = st.integers(0, 8).map("TAP-ROW {}".format)  # the walk puts the row's id there
typed = st.sampled_from(
    ["@code", "@old-code", "@other-code", "@email", "@password", "@security-code", "@pin", "@puk",
     "@hotspot", "9", "99", "4321", "99999999", "a@b.c", "@wrong-Password", *SECRETS]
).map("type {}".format)  # fmt: skip
models = st.sampled_from([f"model {car.id}" for car in load_cars().cars])
garbage = st.one_of(
    st.text(max_size=40),
    st.tuples(st.sampled_from(sorted(VERBS)), st.text(max_size=20)).map(" ".join),
    st.sampled_from(SECRETS),
    st.sampled_from(SECRETS).map("tpye {}".format),
    st.sampled_from(SECRETS).map("portal  security-code {}".format),
)


def lines(*kinds: SearchStrategy[str], longest: int = 40) -> SearchStrategy[list[str]]:
    return st.lists(st.one_of(*kinds), min_size=longest // 4, max_size=longest)
