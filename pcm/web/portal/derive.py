"""My Porsche as one account sees it: a pure function of a session."""

from datetime import datetime

from connectivity.messages.portal import Service
from connectivity.outside.garage import (
    WITHDRAWAL_S,
    AccountRecord,
    Booking,
    Purchase,
    UserRecord,
    VehicleRecord,
)
from connectivity.outside.shop import is_over
from connectivity.outside.store import load_store
from connectivity.services import ServiceState, days_left
from menus.howto import howto
from menus.labels import load_labels
from models.catalogue import Car, Languages, load_generations
from models.errors import PcmError
from models.markets import find_market
from models.texts import load_texts
from pcm.headunit.bookings import function_name, function_words, service_name, service_state
from pcm.headunit.clock import shown_time
from pcm.headunit.session import Session
from pcm.headunit.view import View
from pcm.headunit.vin import find_by_vin
from pcm.web.portal.view import (
    AccountView,
    FunctionView,
    InCar,
    OfferView,
    PersonView,
    PortalView,
    ServiceView,
    Term,
    UserView,
    VehicleView,
)


def derive_people(session: Session) -> tuple[PersonView, ...]:
    """Who has a Porsche ID."""
    accounts = session.world.portal.state.accounts
    return tuple(PersonView(account.email, account.name) for account in accounts)


def derive_portal(session: Session, email: str, language: Languages) -> PortalView | None:
    """None: there is no such Porsche ID (any more)."""
    portal = session.world.portal
    account = portal.state.account(email)
    if account is None:
        return None
    mine = [v for v in portal.state.vehicles if v.profile == email or v.user(email)]
    return PortalView(
        _account(session, account, language),
        portal.vin,
        PersonView(portal.second.email, portal.second.name),
        tuple(_Reader(session, vehicle, email, language).vehicle() for vehicle in mine),
    )


def _account(session: Session, account: AccountRecord, language: Languages) -> AccountView:
    market = find_market(account.country)
    return AccountView(
        account.email,
        account.name,
        market.code,
        market.names[language],
        market.contact or "",
        bool(account.security_code),
        main=account.email == session.world.portal.owner.email,
    )


class _Reader:
    """Reads one car as one user sees it."""

    def __init__(
        self, session: Session, record: VehicleRecord, email: str, language: Languages
    ) -> None:
        self.session, self.record, self.email, self.language = session, record, email, language
        self.portal = session.world.portal
        self.on_desk = record.vin == self.portal.vin
        unit = session.unit
        words = load_labels(language), load_texts(language)
        self.view = View(unit.setup, unit.state, *words)

    def vehicle(self) -> VehicleView:
        record, features = self.record, self.session.setup.features
        car, year = self._model()
        by_id = car is not None and load_generations()[car.pcm].links_by_id
        functions = tuple(self._function(purchase) for purchase in record.functions)
        private = self.on_desk and self.view.setting("private_mode") is True
        return VehicleView(
            vin=record.vin,
            on_desk=self.on_desk,
            main=record.profile == self.email,
            kind=car.line if car else "",
            year=year,
            pcm=car.pcm if car else "",
            by_id=by_id,
            code="" if by_id else record.code,
            link_path=howto(car, year, self.language, "link")[0].path if car else (),
            asks_security_code=by_id and self.portal.needs_security_code,
            users=tuple(self._user(user) for user in record.users),
            services=tuple(self._service(booking) for booking in record.services),
            services_sold=self._services_sold(),
            functions=tuple(function for function in functions if function.price != "update"),
            functions_sold=self._functions_sold(),
            sells_functions=self.on_desk and "functions_on_demand" in features,
            updates=tuple(function for function in functions if function.price == "update"),
            takes_updates=self.on_desk and "updates" in features,
            second_user=record.user(self.portal.second.email) is not None,
            private=private,
            private_words=self.view.private_words if private else "",
            away=self._away(),
        )

    def _model(self) -> tuple[Car | None, int]:
        setup = self.session.setup
        if self.on_desk:
            return setup.car, setup.year
        try:
            return find_by_vin(self.record.vin)
        except PcmError:  # a type or year that is not in the catalogue
            return None, 0

    def _away(self) -> str:
        reasons = self.view.data_path.why_none if self.on_desk else ()
        return "; ".join(self.view.words(reason) for reason in reasons)

    def _user(self, user: UserRecord) -> UserView:
        account = self.portal.state.account(user.email)
        return UserView(
            account.name if account else user.email,
            user.email,
            user.main,
            user.linked,
            self._date(user.since) if user.linked and user.since is not None else None,
            you=user.email == self.email,
        )

    def _services_sold(self) -> tuple[OfferView, ...]:
        """What is not booked, or may be ordered once more."""
        booked = {service.id for service in self.record.services if not self._may_order(service)}
        return tuple(
            OfferView(sold.id, service_name(self.view, sold.id), sold.days)
            for sold in load_store().services
            if sold.id not in booked
        )

    def _functions_sold(self) -> tuple[OfferView, ...]:
        owned = {function.id for function in self.record.functions if not function.ended}
        return tuple(
            OfferView(sold.id, function_name(self.view, sold.id))
            for sold in load_store().functions
            if sold.id not in owned
        )

    def _service(self, booking: Booking) -> ServiceView:
        left = days_left(Service(booking.id, booking.ends), self.portal.now)
        return ServiceView(
            booking.id,
            service_name(self.view, booking.id),
            self._term(booking),
            left or 0,
            self._service_in_car(booking.id),
        )

    def _term(self, booking: Booking) -> Term:
        if booking.ends is None:
            return "unlimited"
        if is_over(booking.ends, self.portal.now):
            return "expired"
        if booking.cancelled:
            return "cancelled"
        return "renews" if booking.renews else "ends"

    def _may_order(self, booking: Booking) -> bool:
        return self._term(booking) in ("cancelled", "expired")

    def _service_in_car(self, id_: str) -> InCar:
        names: dict[ServiceState, InCar] = {
            ServiceState.MISSING: "missing",
            ServiceState.ORDERED: "ordered",
            ServiceState.ACTIVE: "active",
            ServiceState.EXPIRED: "expired",
        }
        return names[service_state(self.view, id_)] if self.on_desk else "elsewhere"

    def _function(self, purchase: Purchase) -> FunctionView:
        installed = self.view.state.functions.get(purchase.id) if self.on_desk else None
        until = purchase.bought + WITHDRAWAL_S
        withdraws = purchase.kind == "once" and not purchase.ended and self.portal.now <= until
        return FunctionView(
            purchase.id,
            function_name(self.view, purchase.id),
            purchase.kind,
            None if purchase.enabled is None else self._date(purchase.enabled),
            None if purchase.ends is None else self._date(purchase.ends),
            purchase.ended,
            self._date(until) if withdraws else None,
            function_words(self.view, installed) if installed else "",
        )

    def _date(self, seconds: float) -> datetime:
        return shown_time(self.session.unit.state, seconds)
