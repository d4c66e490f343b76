"""The reducers under any sequence of events: they never raise, and what they hold fits together."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectivity import account as accounts
from connectivity.account import Account, AccountState, reduce_answer, reduce_vehicle_account
from connectivity.call import Bearer, Call, CallState, reduce_call
from connectivity.messages.phone import (
    ALL_PROFILES,
    BluetoothLink,
    CarPlay,
    Contact,
    HotspotLink,
    HotspotsSeen,
    PairingFailed,
    PairingNumber,
    PhoneBook,
    PhoneForgotten,
    PhoneNetwork,
    PhonePaired,
)
from connectivity.messages.portal import LinkAnswer, LinkOutcome, Service, User, VehicleAccount
from connectivity.messages.telephony import CallStatus
from connectivity.messages.vehicle import Doors, Gear, Ignition, Locked, NightDesign, Plug, Speed
from connectivity.phone import HotspotState, LinkState, Phone, reduce_phone
from connectivity.vehicle import FREE_BELOW_KMH, LOCK_ABOVE_KMH, Motion, Vehicle, reduce_vehicle

VEHICLE_EVENTS = st.one_of(
    st.builds(Speed, st.floats(0, 350, allow_nan=False)),
    st.builds(Ignition, st.booleans()),
    st.builds(Locked, st.booleans()),
    st.builds(Doors, st.booleans()),
    st.builds(Plug, st.booleans()),
    st.builds(NightDesign, st.booleans()),
    st.builds(Gear, st.sampled_from("PRND")),
)
CALL_EVENTS = st.from_type(CallStatus)
NAMES = st.sampled_from(["Phone", "Other"])
PHONE_EVENTS = st.one_of(
    st.builds(PhonePaired, NAMES),
    st.builds(PhoneForgotten, NAMES),
    st.just(PairingNumber("123456", "Phone")),
    st.builds(PairingFailed, st.sampled_from(["no_phone", "refused", "mismatch"])),
    st.builds(BluetoothLink, st.booleans(), NAMES, st.sampled_from([(), ALL_PROFILES])),
    st.just(PhoneBook((Contact("Anna", "+39 06 555 0101"),), 1)),
    st.builds(HotspotsSeen, st.sampled_from([(), ("Giulia",), ("Giulia", "Marco")])),
    st.builds(
        HotspotLink,
        st.booleans(),
        st.sampled_from(["Giulia", "Marco"]),
        st.sampled_from(["", "wrong_password"]),
    ),
    st.from_type(PhoneNetwork),
    st.builds(CarPlay, st.booleans()),
    CALL_EVENTS,
)
USERS = (User("Giulia", "g@example.com", main=True), User("Marco", "m@example.com", main=False))
ANSWERS = st.builds(LinkAnswer, st.sampled_from(LinkOutcome), st.sampled_from([None, *USERS]))
VEHICLE_ACCOUNTS = st.builds(
    VehicleAccount,
    st.lists(st.sampled_from(USERS), unique=True).map(tuple),
    st.just((Service("navigation_plus", 3),)),
    st.sampled_from(["", "vehicle_removed"]),
)


@given(st.lists(VEHICLE_EVENTS, max_size=40))
def test_the_speed_lock_has_its_two_thresholds(events: list[Any]) -> None:
    car = Vehicle()
    for event in events:
        before, car = car, reduce_vehicle(car, event)
        if not isinstance(event, Speed):
            assert car.motion is before.motion
        elif event.kmh > LOCK_ABOVE_KMH:
            assert car.motion is Motion.MOVING
        elif event.kmh < FREE_BELOW_KMH:
            assert car.motion is Motion.STANDING
        else:
            assert car.motion is before.motion


@given(st.lists(PHONE_EVENTS, max_size=40))
def test_phone(events: list[Any]) -> None:
    phone = Phone()
    for event in events:
        before, phone = phone, reduce_phone(phone, event)
        assert not (phone.connected and phone.carplay)
        if isinstance(event, CarPlay):
            assert phone.carplay is event.on
        elif before.carplay:
            assert phone.carplay, "only the end of CarPlay ends CarPlay"
        known = phone.link not in (LinkState.UNKNOWN, LinkState.CARPLAY_UNPAIRED)
        assert bool(phone.known) is known
        assert (phone.find(phone.name) is not None) is known
        assert phone.connected or phone.carplay or not phone.running
        if phone.hotspot is HotspotState.JOINED:
            assert before.hotspot is not HotspotState.OUT_OF_RANGE
            assert phone.hotspot_name in phone.hotspots


@given(st.lists(st.tuples(CALL_EVENTS, st.sampled_from(Bearer)), max_size=40))
def test_a_call_belongs_to_one_bearer_until_it_ends(
    events: list[tuple[CallStatus, Bearer]],
) -> None:
    call = Call()
    for event, bearer in events:
        before, call = call, reduce_call(call, event, bearer)
        if before.state is not CallState.IDLE and bearer is not before.bearer:
            assert call == before
        if call.state is CallState.IDLE:
            assert call == Call(), "nothing of an ended call stays"
        assert call.running is (call.state in (CallState.DIALLING, CallState.ACTIVE))


@given(
    st.lists(
        st.one_of(ANSWERS, VEHICLE_ACCOUNTS, st.sampled_from(["out", *(u.email for u in USERS)])),
        max_size=40,
    ),
    st.floats(0, 1000),
)
def test_account(events: list[Any], now: float) -> None:
    account = Account()
    for event in events:
        match event:
            case LinkAnswer():
                account = reduce_answer(account, event, now)
                assert not account.checking
            case VehicleAccount():
                account = reduce_vehicle_account(account, event)
            case "out":
                account = accounts.log_out(account)
            case _ if event in {user.email for user in account.users}:
                account = accounts.log_in(account, event)
        assert account.wrong < accounts.WRONG_CODES_UNTIL_LOCK
        assert account.locked_until <= now + accounts.LOCK_SECONDS
        assert len({user.email for user in account.users}) == len(account.users)
        if account.state is AccountState.LOGGED_IN:
            assert account.user in account.users
        else:
            assert account.user is None
        assert (account.state is AccountState.NOT_LINKED) <= (not account.users)


@given(st.lists(st.sampled_from(LinkOutcome), min_size=5, max_size=5))
def test_five_wrong_answers_lock_for_a_minute_and_others_do_not_count(
    outcomes: list[LinkOutcome],
) -> None:
    account = Account()
    for outcome in outcomes:
        account = reduce_answer(account, LinkAnswer(outcome), 100.0)
    wrong = {
        LinkOutcome.UNKNOWN_CODE,
        LinkOutcome.OTHER_CAR,
        LinkOutcome.CODE_REPLACED,
        LinkOutcome.UNKNOWN_ID,
        LinkOutcome.WRONG_PASSWORD,
        LinkOutcome.WRONG_SECURITY_CODE,
    }
    locked = all(outcome in wrong for outcome in outcomes)
    assert (account.locked_until == 160.0) is locked
    assert (account.locked_until == 0.0) is not locked


def test_the_fifth_wrong_answer_locks_whatever_the_mixture() -> None:
    account = Account()
    for outcome in (*[LinkOutcome.UNKNOWN_CODE] * 4, LinkOutcome.UNREACHABLE):
        account = reduce_answer(account, LinkAnswer(outcome), 7.0)
    assert account.locked_until == 0.0
    account = reduce_answer(account, LinkAnswer(LinkOutcome.OTHER_CAR), 7.0)
    assert account.locked_until == 67.0
