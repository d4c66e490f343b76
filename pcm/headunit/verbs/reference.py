"""All verbs as a table for the testers' page, from assets/verbs.yaml; a test keeps it fresh."""

from pcm.headunit.verbs.verb import load_verb_help

HEAD = "| verb | what it does | example |\n| --- | --- | --- |"


def render_verbs() -> str:
    """A Markdown table, one line a verb, in the order of `help`."""
    rows = (
        f"| {_code(verb.usage)} | {_cell(verb.help)} | {_code(verb.example)} |"
        for verb in load_verb_help().values()
    )
    return "\n".join((HEAD, *rows))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _code(text: str) -> str:
    return f"`{_cell(text)}`"
