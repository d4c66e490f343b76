"""Puts the car that the options name on the desk, with what a person at it may ask for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from connectivity.can.layout import load_layout
from connectivity.ports import Port
from pcm.cli.outside import open_attachments
from pcm.headunit.attachments import Attachments
from pcm.headunit.choice import chosen_car, chosen_language
from pcm.headunit.memory.memory import Memory
from pcm.headunit.session import Session
from pcm.ui.paint import paint

if TYPE_CHECKING:
    from pcm.training.result import Result

PORTAL_DELAY_S = 0.8
"""In a window My Porsche works a moment on each request, so that its checking is seen (assumed)."""


def open_session(
    args: argparse.Namespace,
    memory: Memory | None = None,
    attachments: Attachments = Attachments(),  # noqa: B008  frozen
    ports: tuple[Port, ...] = (),
) -> Session:
    """The car that the options name, on the desk."""
    car, year = chosen_car(args.car, args.year, args.vin)
    language = chosen_language(args.language)
    session = Session(
        car,
        year,
        args.country,
        language,
        args.seed,
        painter=paint,
        ports=ports,
        memory=memory,
        attachments=attachments,
        vin=(args.vin or "").strip().upper(),
    )
    for fault in load_layout().faults:
        say(f"{fault}; the head unit goes on without that message")
    if args.language and session.unit.state.language != language:
        session.do(f"language {language}")  # what is asked for now, whatever is remembered
    return session


def open_desk(
    args: argparse.Namespace, memory: Memory | None, ports: tuple[Port, ...] = ()
) -> Session:
    """The car with its wires to outside, a recorder and lessons."""
    attachments = open_attachments(args, say)
    for server in attachments.modem_servers:
        print(f"modem: {server.place}", flush=True)
    session = open_session(args, memory, attachments, ports)
    offer_recorder(session)
    offer_lessons(session)
    return session


def offer_recorder(session: Session) -> None:
    from pcm.qa.recorder.recorder import FlowRecorder  # only where somebody can ask for it

    FlowRecorder(session, say)


def offer_lessons(session: Session) -> None:
    from pcm.training.coach import LessonCoach

    LessonCoach(session, _report_page)


def _report_page(results: Sequence[Result]) -> str:
    from pcm.handbook.report import lesson_report_page  # Jinja: only who asks for a page needs it

    return lesson_report_page(results)


def take_real_time(session: Session) -> None:
    """As somebody before a screen expects it: what is on the air, and My Porsche, take a moment."""
    session.do("settle off")
    session.do(f"portal delay {PORTAL_DELAY_S}")


def say(line: str) -> None:
    print(f"pcm: {line}", file=sys.stderr, flush=True)
