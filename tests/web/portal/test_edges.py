"""What goes on at the desk while pages are open, and what no page, log or flow may show."""

import re
from pathlib import Path

from connectivity.outside.declined import WHY
from pcm.qa.recorder.recorder import FlowRecorder
from pcm.web.portal.messages import DECLINED, DONE
from pcm.web.words import load_words
from tests.web.portal.browser import OWNER, ROOT, SECOND
from tests.web.portal.conftest import Serve

TEMPLATES = Path(__file__).resolve().parents[3] / "pcm/web/templates/portal"
TOLD = re.compile(r"say\('([a-z_.]+)'")
EITHER = re.compile(r"say\('([a-z_.]+)' if [^)]*? else '([a-z_.]+)'")
PRIVATE = "Settings > Privacy and Porsche Connect settings > Privacy mode > For all services"
FAMILIES = {
    "done.": DONE,
    "declined.": DECLINED,
    "term.": ("unlimited", "renews", "ends", "cancelled", "expired"),
    "in_car.": ("elsewhere", "missing", "ordered", "active", "expired"),
    "price.": ("once", "monthly"),
    "message.": ("down", "old_form", "not_found", "no_vehicle"),
    "nav.": ("start", "vehicles", "security", "account", "app", "contact"),
}


def test_a_car_that_was_taken_from_the_desk_is_not_found(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    old = served.session.setup.vin
    browser.open(f"{ROOT}/vehicles/{old}")
    served.do("model taycan-j1 2022")
    browser.open(f"{ROOT}/vehicles/{old}")
    assert browser.status == 404
    assert "another car stands on the desk now" in browser.words
    browser.send(f"{ROOT}/vehicles/{old}/order", id="carfinder")
    assert browser.status == 404
    browser.open(ROOT)
    assert "Taycan · 2022" in browser.words


def test_while_my_porsche_is_down_its_pages_say_so(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    served.do("portal down")
    for path in (ROOT, f"{ROOT}/vehicles", f"{ROOT}/nothing", f"{ROOT}/sign-in"):
        browser.open(path)
        assert browser.status == 503
        assert "My Porsche does not answer" in browser.words
    served.do("portal up")
    browser.open(ROOT)
    assert "Hello, Giulia Bianchi" in browser.words


def test_private_mode_and_no_network_are_told(serve: Serve) -> None:
    served = serve("taycan-j1", 2022)
    browser = served.browser()
    browser.sign_in()
    assert "cannot be reached" not in browser.words
    served.do("net none")
    browser.open(ROOT)
    assert "The car cannot be reached now." in browser.words
    served.do("net home LTE bars 4", f"tap {PRIVATE}", "expect overlay private_mode", "ok")
    browser.open(ROOT)
    assert "While it is on nothing reaches the car" in browser.words


def test_two_browsers_see_the_same_and_have_a_language_each(serve: Serve) -> None:
    served = serve()
    first, second = served.browser(), served.browser()
    first.sign_in()
    second.sign_in()
    second.open(f"{ROOT}/vehicles?language=de")
    first.open(f"{ROOT}/vehicles/{served.session.setup.vin}")
    first.press(f"{ROOT}/vehicles/{served.session.setup.vin}/order", id="carfinder")
    second.open(ROOT)
    assert "Carfinder Noch 365 Tage, dann Verlängerung" in second.words
    assert "Hello" not in second.words
    served.do("language fr")
    first.open(ROOT)
    assert "Bonjour, Giulia Bianchi" in first.words


def test_a_page_hardly_believes_its_address(serve: Serve) -> None:
    browser = serve().browser()
    browser.sign_in()
    for query in (
        "done=<script>alert(1)</script>", "done=order&about=<b>x</b>", "declined=banana",
        "language=tlh", "done=order&about=" + "x" * 5000,
    ):  # fmt: skip
        page = browser.open(f"{ROOT}?{query.replace('<', '%3C').replace('>', '%3E')}")
        assert browser.status == 200
        assert "alert(1)" not in page
        assert "<b>x" not in page


def test_no_secret_is_in_a_page_a_log_or_a_flow(serve: Serve, tmp_path: Path) -> None:
    served = serve("taycan-j1", 2022)
    session = served.session
    people = session.world.portal.owner, session.world.portal.second
    secrets = [word for person in people for word in (person.password, person.security_code)]
    session.recorder = FlowRecorder(session, served.told.append)
    session.observers.append(session.recorder)
    file = session.recorder.start(session, str(tmp_path / "flow.robot"))
    browser, pages = served.browser(), []
    pages.append(browser.open(f"{ROOT}/sign-in"))
    pages.append(browser.press(f"{ROOT}/sign-in", email=OWNER, password=people[0].password))
    for path in ("/security-code", "/account", "/vehicles", "/app", "/account/delete"):
        pages.append(browser.open(f"{ROOT}{path}"))
    browser.open(f"{ROOT}/security-code")
    pages.append(browser.press(f"{ROOT}/security-code", code="8264", again="8264"))
    other = served.browser()
    other.sign_in(SECOND)
    other.open(f"{ROOT}/security-code")
    pages.append(other.press(f"{ROOT}/security-code", code="8265", again="8265"))
    session.recorder.stop()
    assert len(pages) == 9
    told = [*pages, *served.told, *session.trace.lines, file.read_text()]
    for secret in (*secrets, "8264", "8265"):
        assert not [text for text in told if secret in text], secret
    assert "Portal Security Code    @new" in file.read_text()


def test_every_word_is_there_and_every_word_is_said() -> None:
    known = set(load_words("en").portal)
    said: set[str] = set()
    texts = [path.read_text() for path in TEMPLATES.iterdir()]
    code = [path.read_text() for path in Path("pcm/web/portal").glob("*.py")]
    for text in texts:
        said |= {key for key in TOLD.findall(text) if not key.endswith(".")}
        said |= {key for pair in EITHER.findall(text) for key in pair}
    for text in code:
        said |= set(re.findall(r'tell\(\s*"([a-z_.]+)"', text))
        said |= set(re.findall(r'"(fact\.[a-z_]+)"', text))
    said |= {"date"} | {f"{family}{name}" for family, names in FAMILIES.items() for name in names}
    said |= {f"message.{name}.what" for name in FAMILIES["message."]}
    assert len(said) >= 200
    assert sorted(said - known) == []
    assert sorted(known - said) == []
    assert set(WHY) <= set(DECLINED)
