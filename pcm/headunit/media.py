"""What radio, player and navigation hold (assets/world/media.yaml, made up), and what plays."""

from functools import cache
from pathlib import Path

from models.content import Content, load_content
from pcm.headunit.view import View

MEDIA_FILE = Path(__file__).resolve().parents[2] / "assets" / "world" / "media.yaml"


class Track(Content):
    title: str
    artist: str


class MediaFile(Content):
    stations: tuple[str, ...]
    tracks: tuple[Track, ...]
    destinations: tuple[str, ...]


@cache
def load_media() -> MediaFile:
    return load_content(MEDIA_FILE, MediaFile)


def station_name(view: View) -> str:
    stations = load_media().stations
    return stations[_index(view, "station", len(stations))]


def track_name(view: View) -> str:
    tracks = load_media().tracks
    track = tracks[_index(view, "track", len(tracks))]
    artist = track.artist.replace(" ", "\u00a0")  # a name is not broken over two lines
    return f"{track.title} · {artist}"


def _index(view: View, setting: str, count: int) -> int:
    value = view.setting(setting)
    return value % count if isinstance(value, int) else 0
