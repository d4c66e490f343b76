"""All that the modem understands: the families of commands and what they tell by themselves."""

from connectivity.outside.modem.basic import BASIC
from connectivity.outside.modem.calls import CALLS, watch_call
from connectivity.outside.modem.card_files import CARD_FILES
from connectivity.outside.modem.card_lock import CARD_LOCK, watch_card
from connectivity.outside.modem.characters import CHARACTERS
from connectivity.outside.modem.clock import CLOCK
from connectivity.outside.modem.command import Commands, Watch
from connectivity.outside.modem.delivery import watch_messages
from connectivity.outside.modem.functionality import FUNCTIONALITY
from connectivity.outside.modem.identity import IDENTITY
from connectivity.outside.modem.ims import IMS, watch_ims
from connectivity.outside.modem.message_send import MESSAGE_SEND
from connectivity.outside.modem.message_settings import MESSAGE_SETTINGS
from connectivity.outside.modem.message_store import MESSAGE_STORE
from connectivity.outside.modem.operator_selection import OPERATOR_SELECTION
from connectivity.outside.modem.packet_data import PACKET_DATA, watch_packet_data
from connectivity.outside.modem.phone_book import PHONE_BOOK
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
    CLOCK,
    CHARACTERS,
    MESSAGE_SETTINGS,
    MESSAGE_STORE,
    MESSAGE_SEND,
    PHONE_BOOK,
    CARD_FILES,
)
COMMANDS: Commands = {name: command for family in FAMILIES for name, command in family.items()}
WATCHES: tuple[Watch, ...] = (
    watch_card,
    watch_registration,
    watch_ims,
    watch_indicators,
    watch_packet_data,
    watch_call,
    watch_messages,
)
