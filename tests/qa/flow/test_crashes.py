"""A flow that crashes or hangs has failed, and takes no other with it."""

from pathlib import Path

from tests.qa.flow.program import flow, read_tests, write_flow

DIE = {
    "Before": "Tap    phone",
    "Crash": "Tap    phone\nEvaluate    ctypes.string_at(0)    modules=ctypes",
    "Between": "Tap    phone",
    "Hangs": "Evaluate    [0 for i in iter(int, 1)]",
    "After": "Tap    phone",
}
"""The one that hangs lets no other thread run."""


def test_what_crashes_or_hangs_fails_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = flow(write_flow(tmp_path / "die.robot", DIE), "--limit", "3", out=out)
    assert done.status == 2, done
    tests = read_tests(out)
    assert list(tests) == [f"Die.{name}" for name in DIE]
    assert [test.status for test in tests.values()] == ["PASS", "FAIL", "PASS", "FAIL", "PASS"]
    crash, hang = tests["Die.Crash"].message, tests["Die.Hangs"].message
    assert crash.startswith("crashed: signal 11 (SIGSEGV) in the keyword Evaluate\nFatal Python")
    assert "in string_at" in crash
    assert hang.startswith("hung for 3 s in the keyword Evaluate\nTimeout")
    assert "in evaluate_expression" in hang
    assert "5 tests, 3 passed, 2 failed" in done.out
    assert "Die" not in done.err
    assert not (out / ".running").exists()


def test_a_crash_in_a_setup_or_at_the_import_costs_what_depends_on_it(tmp_path: Path) -> None:
    flows = tmp_path / "flows"
    flows.mkdir()
    setup = "Suite Setup    Evaluate    os._exit(3)    modules=os"
    (flows / "Dies.py").write_text("import os\nos._exit(4)\n", encoding="utf-8")
    fault = "Library    Dies.py"
    for name, more in (("a setup", setup), ("good", ""), ("import", fault), ("last", "")):
        file = write_flow(flows / f"{name}.robot", {"One": "Tap    phone", "Two": "Tap    phone"})
        words = file.read_text("utf-8").replace("\n\n*** Test", f"\n{more}\n\n*** Test")
        file.write_text(words, encoding="utf-8")
    done = flow(flows, out=tmp_path / "out")
    assert done.status == 4, done
    tests = read_tests(tmp_path / "out")
    assert [name.rpartition(".")[0] for name in tests][::2] == [
        "Flows.A Setup",
        "Flows.Good",
        "Flows.Import",
        "Flows.Last",
    ]
    assert [test.status for test in tests.values()] == ["FAIL"] * 2 + ["PASS"] * 2 + (
        ["FAIL"] * 2 + ["PASS"] * 2
    )
    assert tests["Flows.A Setup.Two"].message.startswith("crashed: the process ended with status 3")
    assert tests["Flows.Import.One"].message.startswith("crashed: the process ended with status 4")
