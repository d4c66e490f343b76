"""Packet data: attach, contexts, addresses, events (TS 27.007, 10.1). No packets flow.

The last context on LTE may be deactivated (attach without a connection, TS 23.401, 4.3.5.10).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from connectivity.messages.modem import Registered
from connectivity.outside.modem.command import Answer, CmeError, Command, Commands, Need, Parameters
from connectivity.outside.modem.service import attached, packet_status, suspended
from connectivity.outside.modem.state import Context, ContextType, ModemState

if TYPE_CHECKING:
    from connectivity.outside.modem.emulator import ModemEmulator
    from connectivity.outside.modem.port import AtPort

_CIDS = range(1, 9)
_REFUSED = {Registered.DENIED: 107}  # else: no network service
_FIRST_BEARER = 5  # EPS bearers are numbered 5 to 15 (TS 24.007, 11.2.3.1.5)
_CLASS, _CLASS_IN_CALL = "B", "CC"


def attach(modem: ModemEmulator) -> None:
    """Attach, or raise why the network refuses."""
    if attached(modem.state):
        return
    modem.demand(Need.OPEN_CARD)
    if suspended(modem.state):
        raise CmeError(134)
    wanted = replace(modem.state, wants_data=True)
    if not attached(wanted):
        raise CmeError(_REFUSED.get(packet_status(wanted), 30))
    modem.change(wants_data=True)


def _read_attach(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CGATT: {int(attached(modem.state))}",)


def _set_attach(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if values.integer(0, (0, 1)):
        attach(modem)
    else:
        modem.change(wants_data=False)
    return ()


def _read_contexts(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return tuple(
        f'+CGDCONT: {context.cid},"{context.type.value}","{context.apn}","",0,0'
        for context in modem.state.contexts
    )


def _define_context(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    cid = values.integer(0, _CIDS)
    kept = {context.cid: context for context in modem.state.contexts}
    if cid in kept and kept[cid].active:
        raise CmeError(3)
    kept.pop(cid, None)
    if len(values) > 1:
        kind = values.text(1, ContextType.IP.value).upper()
        if kind not in [known.value for known in ContextType]:
            raise CmeError(50)
        apn = values.text(2, "")
        if len(apn) > 100 or '"' in apn or not apn.isprintable():
            raise CmeError(50)
        kept[cid] = Context(cid, ContextType(kind), apn)
    modem.change(contexts=tuple(kept[number] for number in sorted(kept)))
    return ()


def _test_contexts(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return tuple(f'+CGDCONT: (1-8),"{kind.value}",,,(0),(0)' for kind in ContextType)


def _read_active(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return tuple(f"+CGACT: {context.cid},{int(context.active)}" for context in modem.state.contexts)


def _activate(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """Attaches first where that is missing (TS 27.007, 10.1.10)."""
    active = bool(values.integer(0, (0, 1)))
    wanted = _named(modem, values, 1)
    idle = [one for one in modem.state.contexts if one.cid in wanted and not one.active]
    if active and idle:
        attach(modem)
        if suspended(modem.state):
            raise CmeError(134)
    modem.change(
        contexts=tuple(
            replace(context, active=active) if context.cid in wanted else context
            for context in modem.state.contexts
        )
    )
    return ()


def _named(modem: ModemEmulator, values: Parameters, first: int) -> tuple[int, ...]:
    """The contexts that the values name, all when they name none."""
    known = [context.cid for context in modem.state.contexts]
    if len(values) <= first:
        return tuple(known)
    return tuple(values.integer(index, known) for index in range(first, len(values)))


def _addresses(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    wanted = _named(modem, values, 0)
    return tuple(
        ",".join((f"+CGPADDR: {context.cid}", *(f'"{a}"' for a in addresses(context))))
        for context in modem.state.contexts
        if context.cid in wanted
    )


def addresses(context: Context) -> tuple[str, ...]:
    """Made up: of the private range (RFC 1918) and the one for documents (RFC 3849)."""
    old = f"10.64.0.{context.cid}"
    new = f"32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.{context.cid}"
    kinds = {ContextType.IP: (old,), ContextType.IPV6: (new,), ContextType.IPV4V6: (old, new)}
    return kinds[context.type] if context.active else ()


def _parameters(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    """<cid>,<bearer>,<apn>,<address and mask>,<gateway>,<DNS>,<DNS> of what is active (10.1.23)."""
    wanted = _named(modem, values, 0)
    return tuple(
        f'+CGCONTRDP: {context.cid},{_FIRST_BEARER + context.cid - 1},"{context.apn}",'
        f'"10.64.0.{context.cid}.255.255.255.0","10.64.0.254","10.64.0.253","10.64.0.252"'
        for context in modem.state.contexts
        if context.cid in wanted and context.active
    )


def _test_parameters(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    active = (str(context.cid) for context in modem.state.contexts if context.active)
    return (f"+CGCONTRDP: ({','.join(active)})",)


def _test_addresses(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CGPADDR: ({','.join(str(context.cid) for context in modem.state.contexts)})",)


def _read_events(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f"+CGEREP: {port.settings.packet_events},{port.settings.packet_buffer}",)


def _set_events(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    mode, buffer = values.integer(0, range(3), 0), values.integer(1, range(2), 0)
    port.settings.packet_events, port.settings.packet_buffer = mode, buffer
    return ()


def _read_class(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    return (f'+CGCLASS: "{_class(modem.state)}"',)


def _set_class(modem: ModemEmulator, port: AtPort, values: Parameters) -> Answer:
    if values.text(0) != _CLASS:
        raise CmeError(50)
    return ()


def _class(state: ModemState) -> str:
    return _CLASS_IN_CALL if suspended(state) else _CLASS


def watch_packet_data(modem: ModemEmulator, port: AtPort, before: ModemState) -> tuple[str, ...]:
    """+CGEV; a detach ends all contexts, which are not told one by one (10.1.19)."""
    if not port.settings.packet_events:
        return ()
    after = modem.state
    lines = []
    if _class(after) != _class(before):
        lines.append(f'+CGEV: ME CLASS "{_class(after)}"')
    if attached(before) and not attached(after):
        lines.append(f"+CGEV: {'NW' if after.wants_data else 'ME'} DETACH")
    elif attached(after):
        were = {context.cid for context in before.contexts if context.active}
        now = {context.cid for context in after.contexts if context.active}
        lines += [f"+CGEV: ME PDN ACT {cid}" for cid in sorted(now - were)]
        lines += [f"+CGEV: ME PDN DEACT {cid}" for cid in sorted(were - now)]
    return tuple(lines)


_ALL = len(_CIDS)

PACKET_DATA: Commands = {
    "+CGATT": Command(read=_read_attach, set=_set_attach, test="(0,1)"),
    "+CGDCONT": Command(read=_read_contexts, set=_define_context, test=_test_contexts, most=6),
    "+CGACT": Command(read=_read_active, set=_activate, test="(0,1)", most=1 + _ALL),
    "+CGPADDR": Command(execute=_addresses, set=_addresses, test=_test_addresses, most=_ALL),
    "+CGCONTRDP": Command(execute=_parameters, set=_parameters, test=_test_parameters, most=_ALL),
    "+CGEREP": Command(
        execute=_set_events, read=_read_events, set=_set_events, test="(0-2),(0,1)", most=2
    ),
    "+CGCLASS": Command(read=_read_class, set=_set_class, test='("B")'),
}
