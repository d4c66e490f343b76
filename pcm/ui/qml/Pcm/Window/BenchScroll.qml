// Where a scrolling part of the panel stands; lies over its right edge.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property Flickable view
    readonly property real hidden: view.contentHeight - view.height

    color: Dusk.edge
    height: Math.max(Units.benchRow, view.height * view.height / Math.max(1, view.contentHeight))
    radius: width / 2
    visible: hidden > 0
    width: Shell.benchScroll
    x: view.x + view.width - width - Shell.benchEdge
    y: view.y + (hidden > 0 ? (view.contentY - view.originY) / hidden * (view.height - height) : 0)

    Accessible.ignored: true
}
