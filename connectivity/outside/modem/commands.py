"""All that the modem understands: the families of commands and what they tell by themselves."""

from connectivity.outside.modem.basic import BASIC
from connectivity.outside.modem.calls import CALLS, watch_call
from connectivity.outside.modem.card_lock import CARD_LOCK, watch_card
from connectivity.outside.modem.command import Commands, Watch
from connectivity.outside.modem.functionality import FUNCTIONALITY
from connectivity.outside.modem.identity import IDENTITY
from connectivity.outside.modem.registration import REGISTRATION, watch_registration

FAMILIES: tuple[Commands, ...] = (BASIC, IDENTITY, FUNCTIONALITY, CARD_LOCK, REGISTRATION, CALLS)
COMMANDS: Commands = {name: command for family in FAMILIES for name, command in family.items()}
WATCHES: tuple[Watch, ...] = (watch_card, watch_registration, watch_call)
