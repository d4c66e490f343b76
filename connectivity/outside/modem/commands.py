"""All that the modem understands: the families of commands and what they tell by themselves."""

from connectivity.outside.modem.basic import BASIC
from connectivity.outside.modem.calls import CALLS, watch_call
from connectivity.outside.modem.card_lock import CARD_LOCK, watch_card
from connectivity.outside.modem.command import Commands, Watch
from connectivity.outside.modem.functionality import FUNCTIONALITY
from connectivity.outside.modem.identity import IDENTITY
from connectivity.outside.modem.ims import IMS, watch_ims
from connectivity.outside.modem.operator_selection import OPERATOR_SELECTION
from connectivity.outside.modem.packet_data import PACKET_DATA, watch_packet_data
from connectivity.outside.modem.registration import REGISTRATION, watch_registration
from connectivity.outside.modem.signal import SIGNAL, watch_indicators

FAMILIES: tuple[Commands, ...] = (
    BASIC,
    IDENTITY,
    FUNCTIONALITY,
    CARD_LOCK,
    REGISTRATION,
    OPERATOR_SELECTION,
    IMS,
    SIGNAL,
    PACKET_DATA,
    CALLS,
)
COMMANDS: Commands = {name: command for family in FAMILIES for name, command in family.items()}
WATCHES: tuple[Watch, ...] = (
    watch_card,
    watch_registration,
    watch_ims,
    watch_indicators,
    watch_packet_data,
    watch_call,
)
