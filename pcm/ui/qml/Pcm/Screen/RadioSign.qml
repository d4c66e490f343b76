// The ring at the right edge of an option; filled when chosen.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property bool on
    required property bool ready

    border.color: root.on && root.ready ? Theme.trackOn : Theme.text3
    border.width: Units.outline
    color: "transparent"
    height: Units.icon
    radius: height / 2
    width: height

    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        color: root.ready ? Theme.trackOn : Theme.text3
        height: parent.height / 2
        radius: height / 2
        visible: root.on
        width: height
    }
}
