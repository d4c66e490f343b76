"""Menu coverage: what of a car's menus flows have seen, of all that exists.

`Collector` watches a session, `report_coverage` makes table, pages and JSON of a folder.
"""

from pcm.qa.coverage.collector import Collector
from pcm.qa.coverage.report import Totals, report_coverage

__all__ = ["Collector", "Totals", "report_coverage"]
