"""The station and the track that play: made-up media of the world's data."""

from connectivity.outside.profiles import load_world
from pcm.headunit.view import View


def _index(view: View, setting: str, count: int) -> int:
    value = view.setting(setting)
    return value % count if isinstance(value, int) else 0


def station_name(view: View) -> str:
    stations = load_world().media.stations
    return stations[_index(view, "station", len(stations))]


def track_name(view: View) -> str:
    tracks = load_world().media.tracks
    track = tracks[_index(view, "track", len(tracks))]
    artist = track.artist.replace(" ", "\u00a0")  # a name is not broken over two lines
    return f"{track.title} · {artist}"
