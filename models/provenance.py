"""Where a piece of content comes from: documents by line or section, or a reasoned assumption."""

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from models.content import Content

SourceRef = Annotated[
    str, StringConstraints(pattern=r"^(faq:\d+(-\d+)?|domain:\d+(\.\d+)?|C\d+|R-[A-Z]+-\d+)$")
]


def _as_tuple(value: object) -> object:
    return (
        (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value
    )


SourceRefs = Annotated[tuple[SourceRef, ...], BeforeValidator(_as_tuple)]
Words = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


class Sourced(Content):
    """Content with its proof: `source` names documents, `assumed` the reason of a guess."""

    source: SourceRefs = ()
    assumed: str | None = None
