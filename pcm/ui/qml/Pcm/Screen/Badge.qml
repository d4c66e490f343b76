// A small count on a row or tile.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property string text

    color: Theme.accent
    height: Units.icon
    radius: height / 2
    visible: root.text !== ""
    implicitWidth: Math.max(height, words.implicitWidth + 2 * Units.gapSmall)
    width: root.text !== "" ? implicitWidth : 0

    Accessible.ignored: true

    Label {
        id: words

        anchors.centerIn: parent
        color: Theme.onFill
        font.pixelSize: Units.smallText
        font.weight: Fonts.medium
        text: root.text
    }
}
