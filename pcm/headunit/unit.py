"""The head unit: takes touches, keys, typed text and what the wires bring; shows a Screen.

Plain and deterministic: no Qt, no threads, no clock of the machine. The faces use it through a
Session.
"""

from dataclasses import replace
from typing import Any

from connectivity.account import Account
from connectivity.call import Bearer
from connectivity.messages.modem import ModemEvent, PowerOn
from connectivity.messages.phone import ForgetPhone, PhoneEvent
from connectivity.messages.portal import Sync
from connectivity.messages.telephony import CallRequest
from connectivity.messages.vehicle import PcmStatus
from connectivity.services import Services, restart
from connectivity.vehicle import Power
from connectivity.wires import Wire, Wires
from menus.labels import load_labels
from models.reasons import Reason
from models.texts import load_texts
from pcm.headunit import acts, attempts, functions, keying, knobs, navigator
from pcm.headunit.car_status import derive_status
from pcm.headunit.data_use import DataUse
from pcm.headunit.errors import RefusedError
from pcm.headunit.features import reasons_against
from pcm.headunit.intake import take_in
from pcm.headunit.render import derive_screen
from pcm.headunit.screen import Screen, ShownReason
from pcm.headunit.settings import factory_settings
from pcm.headunit.state import (
    DialogState,
    EntryState,
    OverlayState,
    ProgressState,
    SettingValue,
    SliderState,
    Toast,
    UnitState,
)
from pcm.headunit.touch import touch, touch_item
from pcm.headunit.view import NO_NETWORK, Setup, View
from pcm.headunit.watcher import Watcher

TOAST_SECONDS = 4.0


class HeadUnit:
    """One car's PCM."""

    def __init__(self, setup: Setup, wires: Wires, state: UnitState) -> None:
        self.setup, self.wires, self.state = setup, wires, state
        self.watchers: list[Watcher] = []
        self._view: View | None = None
        self._screen: tuple[UnitState, Screen] | None = None
        self._network, self._data_use = NO_NETWORK, DataUse()
        self._told_state: UnitState | None = None
        self._told: PcmStatus | None = None
        self.pump()

    # what is seen

    @property
    def view(self) -> View:
        if self._view is None or self._view.state is not self.state:
            language = self.state.language
            self._view = View(self.setup, self.state, load_labels(language), load_texts(language))
        return self._view

    @property
    def screen(self) -> Screen:
        if self._screen is None or self._screen[0] is not self.state:
            self._screen = (self.state, derive_screen(self.view))
        return self._screen[1]

    def why(self, row: str | None = None) -> tuple[ShownReason, ...]:
        """Why a row is greyed, or without a row why there is no data; empty when nothing is."""
        if row is None:
            return self.view.shown(*self.view.data_path.why_none)
        if row in self.setup.tree:
            return self.view.shown(*reasons_against(self.view, self.setup.tree.node(row)))
        return ()

    # what the driver does

    def press(self, caption: str) -> None:
        """A hard key or side-bar entry."""
        self._need_power()
        if caption == "HOME":
            self._close_overlays()
            self.state = navigator.go_home(self.state)
        elif caption == "BACK":
            self.back()
        elif caption == "OPT":
            self._open_options()
        else:
            self._open_main(caption)

    def tap(self, row: str) -> None:
        """Touch a row of the screen, or its options."""
        self._need_power()
        if self.state.overlay:
            raise RefusedError(self._overlay_open())
        try:
            self._touch(row)
        except RefusedError as refused:
            self._tell_touch(row, refused.reason)
            raise
        self._tell_touch(row, None)

    def back(self) -> None:
        self._need_power()
        if self.state.overlay:
            self.cancel()
        else:
            self.state = navigator.go_back(self.state)

    def turn(self, steps: int) -> None:
        """The right knob: moves the focus, or the slider."""
        self._need_power()
        knobs.turn(self, steps)

    def press_knob(self) -> None:
        """The right knob pressed."""
        self._need_power()
        knobs.press(self)

    def volume(self, steps: int) -> None:
        """The left knob."""
        self._need_power()
        knobs.change_volume(self, steps)

    def mute(self) -> None:
        """The left knob pressed."""
        self._need_power()
        knobs.mute(self)

    def type_text(self, text: str) -> None:
        """Type into the open entry."""
        self._need_power()
        keying.type_text(self, text)

    def erase(self) -> None:
        """Delete the last sign typed."""
        self._need_power()
        keying.erase(self)

    def set_slider(self, value: int) -> None:
        """Set the open slider; kept within its limits."""
        self._need_power()
        knobs.set_slider(self, value)

    def ok(self) -> None:
        self._need_power()
        match self.state.overlay:
            case DialogState() as dialog:
                self._close_overlay()
                if dialog.act:
                    acts.ACTS[dialog.act](self, dialog.about)
            case EntryState() as entry:
                keying.confirm(self, entry)
            case SliderState():
                self._close_overlay()
            case ProgressState():
                raise RefusedError(Reason.of("please_wait"))
            case None:
                raise RefusedError(Reason.of("nothing_to_confirm"))

    def cancel(self) -> None:
        self._need_power()
        match self.state.overlay:
            case None:
                raise RefusedError(Reason.of("nothing_to_confirm"))
            case DialogState() as dialog:
                self._close_overlay()
                if dialog.on_cancel:
                    acts.ACTS[dialog.on_cancel](self, dialog.about)
            case ProgressState() as waiting:
                attempts.give_up(self, waiting, Reason.of("cancelled"))
            case EntryState(step=step) as entry if step > 0:
                keying.step_back(self, entry)
            case _:
                self._close_overlay()

    # time and wires

    def advance(self, seconds: float) -> None:
        """Virtual time goes by."""
        self.state = replace(self.state, now=self.state.now + seconds)
        toast = self.state.toast
        if toast and toast.until <= self.state.now:
            self.state = replace(self.state, toast=None)
        self.pump()
        functions.pass_time(self)

    def next_due(self) -> float | None:
        """When something in the head unit happens by itself next, in seconds of the clock."""
        return functions.next_due(self)

    def put_back(self, state: UnitState, wires: Wires) -> None:
        """Go on from a state that was kept, with the world that was kept with it."""
        self.state, self.wires = state, wires
        self._data_use.put_back(self)
        self._network = self.view.network  # it was told already when the state was kept

    def pump(self) -> bool:
        """Take in all that the wires brought; False when nothing came."""
        came = False
        while (
            take_in(self)
            or self._data_use.follow(self)
            or self._follow_network()
            or self._tell_car()
        ):
            came = True
        return came

    # what acts and intake use

    def change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)

    def say(self, reason: Reason, seconds: float = TOAST_SECONDS) -> None:
        """Show a short message."""
        self.state = replace(self.state, toast=Toast(reason, self.state.now + seconds))
        for watcher in self.watchers:
            watcher.said(reason)

    def open_overlay(self, overlay: OverlayState) -> None:
        self.state = replace(self.state, overlays=(*self.state.overlays, overlay))
        for watcher in self.watchers:
            watcher.opened(overlay)

    def put_entry(self, entry: EntryState) -> None:
        """The open entry as it is now."""
        self.state = replace(self.state, overlays=(*self.state.overlays[:-1], entry))

    def close(self, kind: type, id_: str = "") -> None:
        """Close overlays of a kind (and id), wherever they stand."""
        kept = tuple(
            o for o in self.state.overlays if not (isinstance(o, kind) and id_ in ("", _id(o)))
        )
        self.state = replace(self.state, overlays=kept)

    def set_plain(self, name: str, value: SettingValue) -> None:
        self.state = self.state.with_setting(name, value)

    def sync(self) -> None:
        """Tell My Porsche who and what is in this car, and ask what it holds for it."""
        if vin := self.state.vehicle.vin:
            users = tuple(user.email for user in self.state.account.users)
            self.wires.portal.send(Sync(vin, users, self.state.functions.installed))

    def call_wire(self) -> Wire[CallRequest, ModemEvent | PhoneEvent]:
        """The wire the running call goes over."""
        return self.wires.phone if self.state.call.bearer is Bearer.BLUETOOTH else self.wires.modem

    def restart(self) -> None:
        """Terminal 15 came on: the modem starts, the card asks again, the home screen is shown."""
        fresh = replace(self.state, overlays=(), toast=None, services=restart(self.state.services))
        fresh = replace(fresh, inserted_refused=None, embedded_refused=None)
        self.state = navigator.go_home(fresh)
        self.wires.modem.send(PowerOn())
        functions.start_up(self)

    def factory_reset(self) -> None:
        """Forget all that was set, stored or linked; phone and car stay as they are outside."""
        self.state = replace(
            navigator.go_home(self.state),
            settings=factory_settings(self.setup.tree, self.state.language),
            overlays=(),
            call_log=(),
            missed_calls=0,
            inbox=(),
            account=Account(),
            services=Services(),
            sim=replace(self.state.sim, remembered=(), remember=False),
        )
        for known in self.state.phone.known:
            self.wires.phone.send(ForgetPhone(known.name))
        self.change(phone=replace(self.state.phone, known_hotspots=()))
        self.sync()
        self.say(Reason.of("factory_reset_done"))

    # inside

    def _touch(self, row: str) -> None:
        page = self.setup.tree.node(self.state.place.page)
        if page.lists and touch_item(self, page.lists, row):
            return
        node = self.setup.tree.node(row)
        reasons = reasons_against(self.view, node)
        if reasons:
            raise RefusedError(reasons[0])
        self.state = navigator.focus_on(self.state, row)
        touch(self, node)

    def _tell_touch(self, row: str, refused: Reason | None) -> None:
        for watcher in self.watchers:
            watcher.touched(row, refused)

    def _follow_network(self) -> bool:
        """Another network carries the data since the last time, or none does any more."""
        if self._network == self.view.network:
            return False
        was_online, self._network = self._network.technology is not None, self.view.network
        self.wires.portal.send(self._network)
        if self.view.online and not was_online:
            attempts.regain(self)
            self.sync()
            functions.data_came(self)
        elif was_online and not self.view.online:
            attempts.lose(self)
            functions.data_went(self)
        return True

    def _tell_car(self) -> bool:
        """The car is told of the head unit's state when that is another one."""
        if self._told_state is self.state:
            return False
        self._told_state = self.state
        status = derive_status(self.view)
        if status == self._told:
            return False
        self._told = status
        self.wires.vehicle.send(status)
        return True

    def _need_power(self) -> None:
        if self.state.vehicle.power is Power.OFF:
            lost = "ignition" in self.state.vehicle.lost
            raise RefusedError(Reason.of("ignition_unknown" if lost else "ignition_off"))

    def _overlay_open(self) -> Reason:
        return Reason.of(
            "answer_first", title=self.screen.overlay.title if self.screen.overlay else ""
        )

    def _open_options(self) -> None:
        if self.state.overlay:
            raise RefusedError(self._overlay_open())
        options = navigator.options_near(self.setup.tree, self.state)
        if options is None:
            raise RefusedError(Reason.of("no_options"))
        self.state = navigator.open_page(self.state, options)

    def _open_main(self, caption: str) -> None:
        id_ = self.setup.main_of_key.get(caption)
        if id_ is None:
            raise RefusedError(Reason.of("no_such_key", key=caption))
        main = self.setup.tree.node(id_)
        reasons = reasons_against(self.view, main)
        if reasons:
            raise RefusedError(reasons[0])
        self._close_overlays()
        self.state = navigator.open_main(self.state, main.id)

    def _close_overlay(self) -> None:
        self.state = replace(self.state, overlays=self.state.overlays[:-1])

    def _close_overlays(self) -> None:
        if waiting := attempts.waiting_for(self):
            attempts.give_up(self, waiting, Reason.of("cancelled"))
        kept = tuple(
            o for o in self.state.overlays if isinstance(o, DialogState) and o.id == "incoming_call"
        )
        self.state = replace(self.state, overlays=kept)


def _id(overlay: OverlayState) -> str:
    return overlay.purpose if isinstance(overlay, EntryState) else overlay.id
