"""Sample screens by name, with fixed words: shown to people by `python -m tests.ui.show`, used by
the tests.
"""

from dataclasses import replace

from menus.node import Kind, Layout
from models.reasons import Reason
from pcm.headunit.screen import (
    Dialog,
    Entry,
    Header,
    Key,
    Panel,
    PathLine,
    Progress,
    Row,
    Screen,
    ShownReason,
    Slider,
)

PCMS = ("4.0", "4.1", "5.0", "6.0")

HEADER = Header(
    clock="10:42",
    temperature="21.5 °C",
    technology="LTE",
    bars=4,
    roaming=False,
    path="SIM inserita",
    path_icon="sim-card",
    no_data="",
    bluetooth=True,
    carplay=False,
    call="",
    user="Giulia Bianchi",
    initials="GB",
    private=False,
    locked_moving=False,
)
ABROAD = replace(HEADER, roaming=True, private=True, call="Mario Rossi 02:14", carplay=True, bars=2)
NO_DATA = replace(HEADER, path="", path_icon="", no_data="Nessuna ricezione", technology="", bars=0)
LOCKED = (ShownReason(Reason.of("moving"), "Disponibile solo da fermi"),)


def keys(pcm: str, lit: str) -> tuple[Key, ...]:
    if pcm == "4.0":
        left = ("MAP", "NAV", "PHONE", "APPS", "HOME")
        right = ("MEDIA", "TUNER", "CAR", "OPT", "BACK")
        return tuple(
            Key(caption, side, "squares-four" if caption == "APPS" else "", caption == lit)
            for side, captions in (("left", left), ("right", right))
            for caption in captions
        )
    icons = {
        "HOME": "house",
        "NAV": "navigation-arrow",
        "MEDIA": "music-notes",
        "PHONE": "phone",
        "APPS": "squares-four",
        "SET": "gear-six",
    }
    shown = [k for k in icons if not (pcm == "6.0" and k == "APPS")]
    bar = tuple(Key(caption, "left", icons[caption], caption == lit) for caption in shown)
    return (*bar, *(Key(caption, "bottom", "", False) for caption in ("TUNER", "CAR")))


def row(name: str, label: str, kind: Kind = Kind.PAGE, **values: object) -> Row:
    return Row(name, label, kind, **values)  # type: ignore[arg-type]


DATA_ROWS = (
    row("mobile_data", "Dati mobili", Kind.TOGGLE, value=True, detail="Scheda SIM inserita"),
    row(
        "roaming",
        "Roaming",
        Kind.TOGGLE,
        value=True,
        detail="Swisscom (CH), può comportare costi",
        warning=True,
        source=("faq:183",),
    ),
    row("preferred", "Rete preferita", Kind.CHOICE, text="LTE / 3G / 2G", assumed="depth"),
    row("volume", "Volume dati", Kind.RANGE, detail="1,2 GB questo mese", text="5 GB"),
    row(
        "apn",
        "Punto di accesso (APN)",
        enabled=False,
        detail="Disponibile solo da fermi",
        reasons=LOCKED,
    ),
    row(
        "private_mode",
        "Modalità Privacy",
        Kind.TOGGLE,
        value=False,
        enabled=False,
        detail="Non collegata",
    ),
    row(
        "long",
        "Geschwindigkeitsbegrenzungsanzeige und Verkehrszeichenerkennung im Kombiinstrument",
        Kind.CHOICE,
        text="Automatische Umschaltung nach Ortszeit",
        detail="Kraftfahrzeughaftpflichtversicherungsgesellschaftszugehörigkeit mit Zusatzangaben",
    ),
    row("option_a", "Automatico", Kind.OPTION, value=True),
    row("option_b", "Manuale", Kind.OPTION, value=False),
    row("version", "Versione software", Kind.VALUE, text="37xx 1482"),
    row("reset", "Ripristina impostazioni", Kind.ACTION, icon="arrow-counter-clockwise", badge="2"),
)
APP_ROWS = (
    row("web_radio", "Radio web", icon="globe"),
    row("satellite", "Mappa satellitare", icon="map-trifold"),
    row("messages", "Messaggi", icon="envelope", badge="3"),
    row("weather", "Meteo", icon="cloud-sun", enabled=False, detail="Nessun dato"),
    row("fuel", "Prezzi del carburante", icon="gas-pump"),
    row("parking", "Parcheggi", icon="car"),
)
OPT_ROWS = (
    row("login_porsche_connect", "Login Porsche Connect"),
    row("services", "Panoramica servizi"),
    row("update", "Aggiorna contenuti", enabled=False),
    row("order", "Ordina app"),
    row("about", "Informazioni"),
)
HOME_ROWS = (
    row("nav", "Navigazione", icon="navigation-arrow", colour="teal"),
    row("media", "Media", icon="music-notes", colour="pink"),
    row("phone", "Telefono", icon="phone", colour="phone_green"),
    row("car", "Vettura", icon="car", colour="slate"),
    row("apps", "App", icon="squares-four", colour="violet"),
    row("charging", "Ricarica", icon="lightning", colour="orange", detail="spina non collegata"),
    row(
        "updates",
        "Updates",
        icon="cloud-arrow-down",
        colour="blue",
        badge="1",
        detail="1 funzione pronta",
    ),
    row("settings", "Impostazioni", icon="gear-six", colour="grey"),
)
PHONE_ROWS = (
    row("number", "Numero", Kind.VALUE, text="+39 02 1234"),
    row("dial", "Chiama", Kind.ACTION, icon="phone-call"),
    row("contacts", "Rubrica", icon="address-book"),
    row("calls", "Elenco chiamate", icon="clock-counter-clockwise"),
    row("devices", "Gestione dispositivi", icon="device-mobile"),
)
MEDIA_ROWS = (
    row(
        "playing",
        "Sorgente: Bluetooth",
        Kind.VALUE,
        text="La donna è mobile",
        detail="Giuseppe Verdi",
    ),
    row("play", "Riproduci / pausa", Kind.ACTION, icon="play"),
    row("next", "Brano successivo", Kind.ACTION, icon="skip-forward"),
    row("previous", "Brano precedente", Kind.ACTION, icon="skip-back"),
    row("sources", "Sorgente", Kind.CHOICE, text="Bluetooth", icon="bluetooth"),
    row("shuffle", "Casuale", Kind.TOGGLE, value=True, icon="shuffle"),
)
MAP_ROWS = (
    row("destination", "Inserisci destinazione", icon="magnifying-glass"),
    row("last", "Ultime destinazioni", icon="clock-counter-clockwise"),
    row("route", "Opzioni percorso", icon="path"),
    row("traffic", "Informazioni sul traffico", Kind.TOGGLE, value=True, icon="traffic-sign"),
)
PANEL = Panel(
    "Connessione dati",
    (
        PathLine("inserted", "Scheda SIM inserita", "attiva, roaming", True, "sim-card"),
        PathLine("hotspot", "Hotspot del telefono", "non collegato", False, "wifi-high"),
        PathLine("embedded", "SIM integrata", "in attesa: SIM inserita attiva", False, "broadcast"),
    ),
    "All'estero la SIM inserita trasmette dati solo con il roaming attivo. "
    "Possono derivarne costi aggiuntivi.",
)
ACCOUNT = Panel(
    "Porsche Connect",
    (
        PathLine("linked", "Collegata", "Utente principale", True, "user-circle"),
        PathLine("code", "Codice di sicurezza", "attivo", False, "shield-check"),
        PathLine("private", "Modalità Privacy", "non attiva", False, "eye-slash"),
    ),
)
CODE = Entry(
    id="pairing_code",
    title="Login Porsche Connect",
    prompt="Inserire il codice di abbinamento di 8 cifre",
    hint="Il codice si trova in My Porsche > Le mie vetture > Vista dettagliata",
    keypad=True,
    shown="47190",
    boxes=8,
    secret=False,
    ok="OK",
    cancel="Annulla",
    ok_enabled=False,
)
PIN = replace(
    CODE,
    id="sim_pin",
    title="SIM",
    prompt="Inserire il PIN",
    shown="••••",
    boxes=0,
    secret=True,
    ok_enabled=True,
    hint="",
    problem="PIN errato. Tentativi rimasti: 2",
)
NUMBER = replace(
    PIN,
    id="number",
    title="Telefono",
    prompt="Inserire un numero",
    shown="+39 02",
    secret=False,
    problem="",
)
PASSWORD = replace(
    CODE,
    id="password",
    title="ID Porsche",
    prompt="Password",
    keypad=False,
    shown="••••••••",
    boxes=0,
    secret=True,
    ok_enabled=True,
    hint="Almeno 8 caratteri",
    step=2,
    steps=3,
)
EMAIL = replace(
    PASSWORD, id="email", prompt="Indirizzo e-mail", shown="giulia@example", secret=False, step=1
)
MOVING = replace(EMAIL, locked="Disponibile solo da fermi", ok_enabled=False)
DIALOG = Dialog(
    "roaming_costs",
    "Attivare il roaming?",
    "All'estero l'uso dei dati può comportare costi aggiuntivi. "
    "Attivare il roaming per la scheda SIM inserita?",
    "Attiva",
    "Annulla",
    True,
)
NOTE = Dialog("linked", "Collegata", "La vettura è collegata al tuo ID Porsche.", "OK")
SLIDER = Slider("brightness", "Luminosità", 0, 100, 5, 65, "%", "OK")
PROGRESS = Progress("linking", "Collegamento in corso", "Il codice viene verificato", "Annulla")


def page(pcm: str = "5.0", **changes: object) -> Screen:
    """A list page of a generation with everything in it; `changes` replace fields."""
    first = Screen(
        id="mobile_data_page",
        title="Dati mobili",
        path=(("set", "SET"), ("devices", "Gestione dispositivi"), ("mobile", "Dati mobili")),
        layout=Layout.LIST,
        header=HEADER,
        rows=DATA_ROWS,
        focus="roaming",
        keys=keys(pcm, "APPS" if pcm == "4.0" else "SET"),
        options=row("device_options", "Opzioni", Kind.OPTIONS),
        language="it",
        pcm=pcm,
    )
    return replace(first, **changes)  # type: ignore[arg-type]


def main(pcm: str, layout: Layout, rows: tuple[Row, ...], title: str, **changes: object) -> Screen:
    """A main menu: nothing above it."""
    focus = next((r.id for r in rows if r.kind is not Kind.VALUE), "")
    values: dict[str, object] = {"path": (("main", title),), "options": None, "focus": focus}
    return page(pcm, layout=layout, rows=rows, title=title, **(values | changes))


def all_screens() -> dict[str, Screen]:
    """Every sample by name, for each generation."""
    found: dict[str, Screen] = {}
    for pcm in PCMS:
        small = pcm == "4.0"
        panel = None if small else PANEL
        home = ACCOUNT if pcm == "6.0" else None
        base = page(pcm)
        samples = {
            "list": page(pcm, panel=panel, header=replace(HEADER, roaming=True)),
            "list_only": page(pcm, header=ABROAD),
            "long": page(pcm, focus="long"),
            "end": page(pcm, focus="reset", header=NO_DATA, toast="Impostazione salvata"),
            "empty": page(pcm, rows=(), focus="", empty="Nessun elemento"),
            "home": main(
                pcm,
                Layout.HOME,
                HOME_ROWS,
                "Home",
                back=False,
                path=(("home", "Home"),),
                panel=home,
                keys=keys(pcm, "HOME"),
            ),
            "apps": main(pcm, Layout.TILES, APP_ROWS, "APPS"),
            "map": main(pcm, Layout.MAP, MAP_ROWS, "NAV", options=base.options),
            "player": main(pcm, Layout.PLAYER, MEDIA_ROWS, "MEDIA"),
            "phone": main(pcm, Layout.DIALPAD, PHONE_ROWS, "PHONE"),
            "code": page(pcm, overlay=CODE),
            "pin": page(pcm, overlay=PIN),
            "number": page(pcm, overlay=NUMBER),
            "password": page(pcm, overlay=PASSWORD),
            "email": page(pcm, overlay=EMAIL),
            "moving": page(pcm, overlay=MOVING),
            "dialog": page(pcm, overlay=DIALOG),
            "note": page(pcm, overlay=NOTE),
            "slider": page(pcm, overlay=SLIDER),
            "progress": page(pcm, overlay=PROGRESS),
            "off": page(pcm, off=True),
        }
        drawer = page(
            pcm,
            rows=OPT_ROWS,
            focus="login_porsche_connect",
            title="OPT",
            drawer=True,
            behind=APP_ROWS,
            behind_title="APPS",
            behind_layout=Layout.TILES,
            options=None,
        )
        samples |= (
            {
                "drawer": drawer,
                "drawer_list": replace(drawer, behind=DATA_ROWS, behind_layout=Layout.LIST),
            }
            if small
            else {}
        )
        for name, screen in samples.items():
            found[f"{pcm}_{name}"] = screen
            found[f"{pcm}_{name}_day"] = replace(screen, night=False)
    return found
