"""Keywords of the car: ignition, speed, doors, its steering wheel and its CAN bus."""

from typing import Literal

from pcm.qa.keywords.keyword import Keywords, documented


@documented
class CarKeywords(Keywords):
    """What the vehicle does."""

    def car_ignition(self, on: bool) -> str:
        return self._done("car ignition", on)

    def car_restart(self) -> str:
        return self._done("car restart")

    def car_speed(self, kmh: float) -> str:
        return self._done("car speed", kmh)

    def car_gear(self, gear: Literal["P", "R", "N", "D"]) -> str:
        return self._done("car gear", gear)

    def car_lock(self) -> str:
        return self._done("car lock")

    def car_unlock(self) -> str:
        return self._done("car unlock")

    def car_plug(self, where: Literal["in", "out"]) -> str:
        return self._done("car plug", where)

    def car_doors(self, doors: Literal["open", "closed"]) -> str:
        return self._done("car doors", doors)

    def car_night(self, on: bool) -> str:
        return self._done("car night", on)

    def car_handbrake(self, on: bool) -> str:
        return self._done("car handbrake", on)

    def car_charging(self, on: bool) -> str:
        return self._done("car charging", on)

    def car_mileage(self, km: int) -> str:
        return self._done("car mileage", km)

    def car_outside(self, celsius: float) -> str:
        return self._done("car outside", celsius)

    def car_units(self, units: Literal["km", "mi"]) -> str:
        return self._done("car units", units)

    def car_clock(self, date_and_time: str) -> str:
        return self._done("car clock", date_and_time)

    def car_bus(self, action: str, message: str = "", fault: str = "") -> str:
        return self._done("car bus", action, message, fault)

    def wheel(self, button: str, times: int = 1) -> str:
        return self._done("wheel", button, times)
