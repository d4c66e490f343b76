"""What My Porsche declines, with a key of why: pages in six languages word it themselves."""

from typing import Literal, get_args

from models.errors import PcmError

Why = Literal[
    "account_deleted",
    "bought_already",
    "booked_already",
    "by_porsche_id",
    "cancelled_already",
    "cancelled_service",
    "function_unlimited",
    "function_monthly",
    "in_other_profile",
    "in_your_profile",
    "malformed_vin",
    "no_connect",
    "no_functions",
    "no_updates",
    "not_booked",
    "not_bought",
    "not_in_profile",
    "not_the_owner",
    "service_expired",
    "service_unlimited",
    "unknown_vin",
    "update_offered",
    "withdrawal_over",
]
WHY: tuple[Why, ...] = get_args(Why)


class DeclinedError(PcmError):
    """It is not done; `why` is its key."""

    def __init__(self, why: Why, text: str) -> None:
        super().__init__(text)
        self.why: str = why


class DeletedError(DeclinedError):
    """Of a Porsche ID that there is no more."""

    def __init__(self) -> None:
        super().__init__(
            "account_deleted", "this Porsche ID was deleted; put the car on the desk anew"
        )
