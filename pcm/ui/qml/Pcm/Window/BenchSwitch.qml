// The sign of something that is on or off: the thumb's side tells it without the colour.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property bool on

    color: on ? Dusk.trackOn : Dusk.trackOff
    implicitHeight: Units.benchTrackHeight
    implicitWidth: Units.benchTrackWidth
    radius: height / 2

    Accessible.ignored: true

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Dusk.thumb
        height: parent.height - 2 * Shell.benchRing
        radius: height / 2
        width: height
        x: root.on ? parent.width - width - Shell.benchRing : Shell.benchRing

        Behavior on x {
            NumberAnimation {
                duration: Units.quick
            }
        }
    }
}
