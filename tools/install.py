"""Makes .venv and fills it with pip, the slow part of a first start; used by tools/environment.py.

An install marks itself as unfinished first and as finished last, so one that was cut off at any
point is thrown away by the next start. Two starts at once wait for each other. Standard library
only.
"""

import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pcm.system_packages import Say, has_apt, install_command, install_packages, may_install
from tools.environment import STAMP, UNFINISHED, Needs, StartError, base_python, is_ready
from tools.environment import venv_python as python_of
from tools.packages import missing_packages, requirements


def prepare_venv(needs: Needs, say: Say) -> None:
    """Leave a finished .venv behind, or raise StartError with the reason in one line."""
    try:
        with _one_at_a_time(needs, say):
            if not is_ready(needs):
                _mend_or_make(needs, say)
    except OSError as error:
        where = error.filename or needs.venv
        raise StartError(f"cannot make .venv: {where}: {error.strerror}") from None


def _mend_or_make(needs: Needs, say: Say) -> None:
    venv = needs.venv
    if _is_broken(venv):
        if venv.exists():
            say(".venv is broken or unfinished; making it anew")
        _make(needs, say)
    packages = _site_packages(venv)
    if missing_packages(needs, packages) or (venv / STAMP).exists():
        _fill(needs, say)
    _write(venv / STAMP, needs.stamp(needs.tests))
    (venv / UNFINISHED).unlink(missing_ok=True)


def _is_broken(venv: Path) -> bool:
    """Whether it does not run, was cut off, or stands on another Python than it was made with."""
    if (venv / UNFINISHED).exists() or not base_python(venv) or not _runs(python_of(venv)):
        return True
    with contextlib.suppress(OSError, UnicodeDecodeError, IndexError):
        return (venv / STAMP).read_text("utf-8").splitlines()[1] != base_python(venv)
    return False  # made by hand, without a stamp: it is used and filled, never thrown away


def _runs(python: Path) -> bool:
    """Whether it starts, is new enough and has pip."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    with contextlib.suppress(OSError):
        return subprocess.run([python, "-c", probe], capture_output=True).returncode == 0
    return False


def _make(needs: Needs, say: Say) -> None:
    _need_venv_module(say)
    venv = needs.venv
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(venv)
    venv.mkdir()
    _write(venv / UNFINISHED, "")
    say(f"making .venv with Python {sys.version_info[0]}.{sys.version_info[1]}")
    base = getattr(sys, "_base_executable", None) or sys.executable
    done = _run([base, "-m", "venv", str(venv)], needs.root)
    if done.returncode != 0:
        raise StartError(f"cannot make .venv: {_reason(done)}")


def _need_venv_module(say: Say) -> None:
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if may_install():
        problem = install_packages([package], say)
        importlib.invalidate_caches()
        if problem:
            raise StartError(f"this Python cannot make a venv, and apt-get: {problem}")
    else:
        how = f": {install_command([package])}" if has_apt() else "; install its venv and ensurepip"
        raise StartError(f"this Python has no venv module{how}")


def _fill(needs: Needs, say: Say) -> None:
    wanted = requirements(needs)
    _write(needs.venv / UNFINISHED, "")
    (needs.venv / STAMP).unlink(missing_ok=True)
    say(f"installing {len(wanted)} packages into .venv (a few minutes the first time)")
    command = [str(python_of(needs.venv)), "-P", "-m", "pip", "install", "--quiet", "--no-input"]
    done = _run([*command, "--disable-pip-version-check", *wanted], needs.root)
    if done.returncode != 0:
        raise StartError(f"pip could not install the packages: {_reason(done)}")
    say(".venv is ready")


PIP = {
    "PIP_USER": "0",  # a --user default of pip's fails in a venv
    # As variables, not options: so they also bind the environments that pip builds packages in.
    # Relative, as pip splits the value at blanks.
    "PIP_CONSTRAINT": "constraints.txt",
    "PIP_BUILD_CONSTRAINT": "constraints.txt",
}


def _run(command: list[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **PIP},
        capture_output=True,
        text=True,
        errors="replace",
    )


CAUSES = (  # what pip or venv say -> what it means; the first that fits counts
    (r"No space left on device|Errno 28|Disk quota", "the disk is full"),
    (
        r"NewConnection|NameResolution|Name or service not known|ConnectTimeout|timed out"
        r"|Network is unreachable|Connection refused|Failed to establish|ProxyError"
        r"|Connection broken|ConnectionReset",
        "no network (pip cannot reach its package index)",
    ),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError", "the package index's certificate is not trusted"),
    (r"Permission denied|Errno 13|Read-only file system", "no permission to write"),
    (
        r"ResolutionImpossible|No matching distribution",
        "the package index does not have all of them for this Python, or cannot be reached",
    ),
    (r"ensurepip", "its pip could not be set up (Debian and Ubuntu: apt-get install python3-venv)"),
)


def _reason(done: "subprocess.CompletedProcess[str]") -> str:
    said = f"{done.stdout}\n{done.stderr}"
    for pattern, meaning in CAUSES:
        if re.search(pattern, said, re.IGNORECASE):
            return meaning
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR")]
    return (errors or lines or [f"it ended with {done.returncode}"])[-1]


def _site_packages(venv: Path) -> list[str]:
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3.*/site-packages"
    return [str(path) for path in venv.glob(pattern)]


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(text, "utf-8")
    draft.replace(path)


@contextlib.contextmanager
def _one_at_a_time(needs: Needs, say: Say) -> Iterator[None]:
    """Hold a lock that dies with its holder; on Windows there is none."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (needs.root / "pyproject.toml").open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another start is installing; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
