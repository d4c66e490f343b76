"""The pages of the reports: the crawler's, coverage, compared pictures. One file each."""

from pathlib import Path

from pcm.pages import templates_of

DIFFERENCES, PAGE = "differences", "index.html"
"""Where a run's pictures are that are not as stored, beside its log; and their page."""
TEMPLATES = Path(__file__).parent / "templates"


def render_page(template: str, **values: object) -> str:
    """A page of templates/; each extends base.html and takes its own values."""
    return templates_of(TEMPLATES).get_template(template).render(values)
