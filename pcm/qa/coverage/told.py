"""Which overlays and reasons can come in a car: all that have words, less what it has no part for.

A reason exists when the screen can tell it (in a short message, a refusal, beside a field, on a
greyed row, beside a data path), or `why`.
"""

from fnmatch import fnmatchcase
from functools import cache

from models.content import load_content
from models.texts import TEXTS_DIR, TextsFile
from pcm.headunit.view import Setup

NEEDED_BY: tuple[tuple[str, str], ...] = (
    (
        "sim_slot",
        "sim_pin sim_puk sim_new_pin sim_dead sim_ready sim_locked sim_without_data roaming_cost",
    ),
    (
        "sim_slot",
        "roaming_off pin_* puk_* remembered_pin_wrong card_without_pin no_sim no_pin_asked",
    ),
    ("sim_calls", "embedded_carries_data sim_call_active"),
    ("no sim_slot", "no_sim_slot"),
    ("hotspot_client", "hotspot_[jlnps]* no_hotspot_in_range phone_no_network wifi_off"),
    ("hotspot_client", "wrong_wifi_password"),
    ("no hotspot_client", "no_hotspot_client"),
    ("no embedded_sim", "no_embedded_sim"),
    ("carplay", "carplay_* pairing_carplay"),
    ("private_mode", "private_mode"),
    ("by_code", "pairing_code link_unknown_code link_other_car link_code_replaced"),
    ("by_id", "email password link_unknown_id link_wrong_password link_not_a_user"),
    ("security_code", "security_code link_*security_code* link_factory_reset_needed"),
    ("updates", "function_[!n]*"),
    ("act check_updates", "updates_wait no_updates"),
    ("act configure_hotspot", "hotspot_configured"),
    ("act enter_security_code", "security_code_in_my_porsche"),
    ("sim_slot", "needs_sim_calls"),
    ("OPT", "no_options"),
)
"""What a car must have, or not, or an act in its menus -> patterns of what it needs that for."""

ELSEWHERE = "needs_* memory_* can_down can_up modem_* real_modem foreign_car"
"""Of ports and memory files, which flows have not; or told by what the car lacks."""

LACKED = ("connect", "sim_calls")
"""What a car in a country may lack without a row that says so."""


def existing_overlays(setup: Setup) -> frozenset[str]:
    """Ids of the dialogs, fields and waiting messages that can lie over a page of this car."""
    ids = {
        key.split(".")[1]
        for key in _words()
        if key.split(".")[0] in ("dialog", "entry", "progress") and key.endswith(".title")
    }
    return frozenset(id_ for id_ in ids if _fits(setup, id_))


def existing_reasons(setup: Setup, lacking: set[str]) -> frozenset[str]:
    """Keys of the reasons that this car's screen can tell; lacking: needs it never meets."""
    keys = {key.removeprefix("reason.") for key in _words() if key.startswith("reason.")}
    told = {key for key in keys if not _matches(key, ELSEWHERE)}
    lacking = lacking | {part for part in LACKED if not _has(setup, part)}
    needs = {f"needs_{need}" for need in lacking}
    return frozenset(key for key in told | needs if _fits(setup, key))


@cache
def _words() -> tuple[str, ...]:
    return tuple(load_content(TEXTS_DIR / "en.yaml", TextsFile).texts)


def _fits(setup: Setup, id_: str) -> bool:
    return all(_has(setup, part) for part, ids in NEEDED_BY if _matches(id_, ids))


def _matches(id_: str, patterns: str) -> bool:
    return any(fnmatchcase(id_, pattern) for pattern in patterns.split())


def _has(setup: Setup, part: str) -> bool:
    if part.startswith("no "):
        return not _has(setup, part.removeprefix("no "))
    if part.startswith("act "):
        does = part.removeprefix("act ")
        return any(setup.tree.node(id_).does == does for id_ in setup.tree.ids())
    by_id = setup.generation.links_by_id
    special = {
        "by_id": by_id,
        "by_code": not by_id,
        "security_code": by_id and setup.market.offer.security_code,
        "OPT": any(key.caption == "OPT" for key in setup.generation.keys),
    }
    return special.get(part, part in setup.features)
