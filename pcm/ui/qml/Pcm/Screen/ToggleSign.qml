// The switch at the right edge of a row: place and colour both tell the state.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property bool on
    required property bool ready

    color: !root.ready ? "transparent" : root.on ? Theme.trackOn : Theme.trackOff
    border.color: root.ready ? "transparent" : Theme.edge
    border.width: Units.outline
    height: Units.trackHeight
    radius: height / 2
    width: Units.trackWidth

    Accessible.ignored: true

    Rectangle {
        readonly property int rim: Units.gapTiny + Units.outline

        anchors.verticalCenter: parent.verticalCenter
        color: root.ready ? Theme.thumb : Theme.edge
        height: parent.height - 2 * rim
        radius: height / 2
        width: height
        x: root.on ? root.width - width - rim : rim
    }
}
