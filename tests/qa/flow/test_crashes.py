"""A flow that crashes or hangs has failed, and takes no other with it."""

from pathlib import Path

from tests.qa.flow.program import flow, read_tests, write_flow

DIE = {
    "Before": "Tap    phone",
    "Crash": "Tap    phone\nEvaluate    ctypes.string_at(0)    modules=ctypes",
    "Between": "Tap    phone",
    "Left": "Evaluate    os._exit(0)    modules=os",
    "Killed": "Evaluate    os.kill(os.getpid(), 9)    modules=os",
    "Hangs": "Evaluate    [0 for i in iter(int, 1)]",
    "After": "Tap    phone",
}


def test_whatever_ends_the_process_fails_alone(tmp_path: Path) -> None:
    file = write_flow(tmp_path / "die.robot", DIE)
    out = tmp_path / "out"
    done = flow(file, "--limit", "2", out=out)
    assert done.status == 4, done
    tests = read_tests(out)
    assert list(tests) == [f"Die.{name}" for name in DIE]
    assert {name for name, test in tests.items() if test.status == "PASS"} == {
        "Die.Before",
        "Die.Between",
        "Die.After",
    }
    messages = {name.removeprefix("Die."): test.message for name, test in tests.items()}
    assert messages["Crash"].startswith(
        "crashed: signal 11 (SIGSEGV) in the keyword Evaluate\nFatal Python error"
    )
    assert "in string_at" in messages["Crash"]
    assert messages["Left"].startswith("crashed: the process ended with status 0")
    assert messages["Killed"].startswith("crashed: signal 9 (SIGKILL)")
    assert messages["Hangs"].startswith("hung for 2 s in the keyword Evaluate\nTimeout")
    assert "7 tests, 3 passed, 4 failed" in done.out
    assert not (out / ".running").exists()


def test_a_crash_in_the_setup_of_a_suite_costs_that_suite(tmp_path: Path) -> None:
    flows = tmp_path / "flows"
    flows.mkdir()
    bad = write_flow(flows / "bad.robot", {"One": "Tap    phone", "Two": "Tap    phone"})
    words = bad.read_text("utf-8")
    setup = "Suite Setup    Evaluate    os._exit(3)    modules=os\n\n*** Test"
    bad.write_text(words.replace("*** Test", setup), encoding="utf-8")
    write_flow(flows / "good.robot", {"Three": "Tap    phone"})
    done = flow(flows, out=tmp_path / "out")
    assert done.status == 2, done
    tests = read_tests(tmp_path / "out")
    assert [test.status for test in tests.values()] == ["FAIL", "FAIL", "PASS"]
    assert "crashed: the process ended with status 3" in tests["Flows.Bad.Two"].message


def test_a_crash_before_anything_has_begun_is_reported(tmp_path: Path) -> None:
    file = write_flow(tmp_path / "late.robot", {"One": "Tap    phone"})
    (tmp_path / "Dies.py").write_text("import os\nos._exit(4)\n", encoding="utf-8")
    words = file.read_text("utf-8")
    file.write_text(words.replace("*** Test", "Library    Dies.py\n\n*** Test"), encoding="utf-8")
    done = flow(file, out=tmp_path / "out")
    assert done.status == 1, done
    (told,) = read_tests(tmp_path / "out").values()
    assert told.message.startswith("crashed: the process ended with status 4")
