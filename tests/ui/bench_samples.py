"""A bench as the session gives it, with fixed values: for the window's tests and to look at."""

from pcm.headunit.bench import Switch

COUNTRIES = (
    ("IT", "Italia"),
    ("DE", "Germania"),
    ("AT", "Austria"),
    ("FR", "Francia"),
    ("CH", "Svizzera"),
    ("ES", "Spagna"),
    ("PT", "Portogallo"),
    ("SE", "Svezia"),
    ("NO", "Norvegia"),
    ("FI", "Finlandia"),
    ("DK", "Danimarca"),
    ("PL", "Polonia"),
    ("BA", "Bosnia ed Erzegovina"),
    ("ZZ", "Altro paese"),
)
CARS = (("718-982", "718 (982)"), ("911-991.2", "911 (991.2)"), ("macan-95b.1", "Macan (95B)"))


V, S, T, P = "Vettura", "SIM e rete", "Telefono", "My Porsche"
BENCH = (
    Switch(
        "bench_car", V, "Vettura", "car", "choice", "718 (982)", options=CARS, verb="bench car {}"
    ),
    Switch(
        "bench_year",
        V,
        "Anno modello",
        "calendar-blank",
        "choice",
        "2018",
        options=(("2017", "2017"), ("2018", "2018")),
        verb="bench year {}",
    ),
    Switch(
        "bench_country",
        V,
        "Paese",
        "globe",
        "choice",
        "Italia",
        options=COUNTRIES,
        verb="bench country {}",
    ),
    Switch(
        "bench_ignition", V, "Accensione", "lightning", "toggle", on=True, verb="car ignition {}"
    ),
    Switch("bench_speed", V, "Velocità (km/h)", "gauge", "text", "0", verb="car speed {}"),
    Switch(
        "bench_locked",
        V,
        "Chiusa",
        "lock-simple",
        "toggle",
        verb="car lock {}",
        enabled=False,
        reason="Solo con accensione spenta e tutte le porte chiuse",
    ),
    Switch(
        "bench_sim",
        S,
        "Scheda SIM inserita",
        "sim-card",
        "toggle",
        "TIM, PIN 1234",
        on=True,
        verb="sim {}",
    ),
    Switch(
        "bench_net",
        S,
        "Rete",
        "broadcast",
        "choice",
        "all'estero, Bosnia ed Erzegovina",
        options=(("home", "a casa"), ("abroad", "all'estero")),
        verb="net {}",
    ),
    Switch(
        "bench_bars",
        S,
        "Segnale",
        "cell-signal-full",
        "choice",
        "4 di 4",
        options=tuple((str(n), f"{n} di 4") for n in range(5)),
        verb="net bars {}",
    ),
    Switch(
        "bench_bluetooth", T, "Bluetooth", "bluetooth", "toggle", on=True, verb="phone bluetooth {}"
    ),
    Switch("bench_hotspot", T, "Hotspot", "wifi-high", "toggle", verb="phone hotspot {}"),
    Switch("bench_carplay", T, "CarPlay", "device-mobile", "toggle", verb="phone carplay {}"),
    Switch("bench_call", T, "Chiamata in arrivo", "phone-incoming", "button", verb="phone call in"),
    Switch(
        "bench_code",
        P,
        "Codice di abbinamento",
        "user-circle",
        "button",
        "4719 0835",
        verb="portal code",
    ),
    Switch("bench_services", P, "Servizi ordinati", "cloud-arrow-down", "info", "3"),
)
