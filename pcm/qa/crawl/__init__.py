"""The crawler: visits every screen of a car that can be reached, and tells what it could not reach.

`crawl` walks a session and gives a `Crawl`; `write_sheet` makes the contact sheet of one.
"""

from pcm.qa.crawl.found import Crawl, SeenScreen, Unreached
from pcm.qa.crawl.sheet import write_sheet
from pcm.qa.crawl.walk import crawl

__all__ = ["Crawl", "SeenScreen", "Unreached", "crawl", "write_sheet"]
