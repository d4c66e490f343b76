"""Starts a head unit on a memory file, kills it at a random instant, and that again and again.

A process of its own, for `test_memory_cut.py`: arguments are file, rounds, seed; prints one JSON
object. Each child names the change that it finds, then each one that the head unit has finished.
"""

import json
import os
import select
import signal
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

from connectivity.call import Direction, LoggedCall
from pcm.headunit.session import Session
from tests.headunit.memory_desk import Desk

EARLY = 8  # one round in so many is killed while it starts
NUMBER = 8  # bytes of a number in the pipe


def change(session: Session, number: int) -> None:
    """One change of three parts in both tables: a setting, the call list, the car."""
    car = session.world.vehicle
    car.state = replace(car.state, mileage_km=float(number))
    session.unit.set_plain("volume", number)
    session.unit.change(call_log=(LoggedCall(str(number), Direction.OUTGOING, 0.0),))
    session.do("screen")


def found(session: Session) -> int:
    """The change that the memory holds; -1 when its parts are of different ones."""
    state = session.unit.state
    parts = {int(state.settings["volume"]), int(state.call_log[0].number)}
    parts.add(int(session.world.vehicle.state.mileage_km))
    return parts.pop() if len(parts) == 1 else -1


def child(path: Path, out: int) -> None:
    """Go on from what the memory holds, until killed."""
    desk = Desk(path)
    session = desk.start()
    number = found(session) if not desk.said else -2
    os.write(out, number.to_bytes(NUMBER, "big", signed=True))
    for later in count(number + 1):
        change(session, later)
        os.write(out, later.to_bytes(NUMBER, "big", signed=True))


def kill_one(path: Path, random: Random) -> list[int]:
    """What a child said before it was killed."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        child(path, write)
    os.close(write)
    said = b""
    if random.randrange(EARLY):
        wanted = NUMBER * random.randrange(1, 12)
        while len(said) < wanted:
            said += os.read(read, wanted - len(said))
        select.select([], [], [], random.uniform(0, 0.002))
    else:
        select.select([], [], [], random.uniform(0, 0.01))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(read, 4096):
        said += more
    os.close(read)
    return [
        int.from_bytes(said[at : at + NUMBER], "big", signed=True)
        for at in range(0, len(said), NUMBER)
    ]


def main(path: Path, rounds: int, seed: int) -> None:
    random, finished, wrong, early, one_more = Random(seed), 0, [], 0, 0
    start = Desk(path).start()
    change(start, 0)
    start.close()
    for number in range(rounds):
        said = kill_one(path, random)
        if not said:
            early += 1
            continue
        if said[0] not in (finished, finished + 1):
            wrong.append([number, finished, said[0]])
        one_more += said[0] == finished + 1
        finished = said[-1]
    end = Desk(path).start()
    last = found(end)
    end.close()
    if last not in (finished, finished + 1):
        wrong.append([rounds, finished, last])
    result = {"changes": finished, "wrong": wrong, "early": early, "one_more": one_more}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
