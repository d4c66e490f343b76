// The tones of all that surrounds the display: bezel, keys, knobs, bench. They stay dark by day.
pragma Singleton

import QtQuick

Tones {
    readonly property color room: "#1E2024"
    readonly property color bezel1: "#26282C"
    readonly property color bezel2: "#141517"
    readonly property color key1: "#2B2E33"
    readonly property color key2: "#1B1D20"
    readonly property color keyPressed: "#3A3E45"
    readonly property color outline: "#0B0C0E"
    readonly property color slot: "#0E0F11"
    readonly property color metal1: "#3A3D43"
    readonly property color metal2: "#17181B"
    readonly property color bench: "#191B1F"
    readonly property color dim: "#8C000000" // over what a lesson does not mark
    readonly property color mark: "#FFD500" // the same as in pictures (pcm/ui/rings.py)
    readonly property color markEdge: "#111111"
    readonly property color curtain: "#B8000000" // behind the menu of lessons
}
