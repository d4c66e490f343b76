// The outline of what the computer's keyboard acts on; fills its parent with a little air.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property Item target
    property int gap: Shell.ringGap

    anchors.fill: parent
    anchors.margins: -gap
    border.color: Dusk.text1 // the accent is too dark on the bezel, and stands for the knob
    border.width: Shell.ring
    color: "transparent"
    visible: target.activeFocus

    Accessible.ignored: true
}
