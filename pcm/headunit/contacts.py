"""Whose number it is: by the phone book of the connected phone."""

from pcm.headunit.view import View


def name_of(view: View, number: str) -> str:
    """The name under which the connected phone knows a number; else the number."""
    digits = _digits(number)
    contacts = view.state.phone.contacts if view.state.phone.connected and digits else ()
    return next((c.name for c in contacts if _digits(c.number) == digits), number)


def caller(view: View, number: str) -> str:
    """The name with the number, the number alone, or that it is withheld."""
    if not number:
        return view.texts.say("call.withheld")
    name = name_of(view, number)
    return number if name == number else f"{name}\u00a0· {number}"


def party(view: View, number: str) -> str:
    """The name, the number, or that it is withheld: where room is short."""
    return name_of(view, number) if number else view.texts.say("call.withheld")


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())
