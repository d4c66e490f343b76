// One line of the side panel: sign in a ring, words, state.
import QtQuick
import Pcm

Item {
    id: root

    required property string label
    required property string standing
    required property string glyph
    required property bool active

    height: Units.panelLineHeight

    Accessible.name: root.label + ", " + root.standing
    Accessible.role: Accessible.StaticText

    Rectangle {
        id: ring

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        border.color: root.active ? Theme.good : Theme.edge
        border.width: Units.outline
        color: "transparent"
        height: Units.ring
        radius: height / 2
        width: height

        Glyph {
            anchors.centerIn: parent
            color: root.active ? Theme.text1 : Theme.text2
            text: root.glyph
        }
    }

    Column {
        anchors.left: ring.right
        anchors.leftMargin: Units.inset
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Label {
            color: root.active ? Theme.text1 : Theme.text2
            font.pixelSize: Units.panelText
            lineHeight: Units.lineTight
            maximumLineCount: 2
            text: root.label
            width: parent.width
            wrapMode: Text.WordWrap
        }

        Label {
            color: root.active ? Theme.good : Theme.text2
            font.pixelSize: Units.detailText
            lineHeight: Units.lineTight
            maximumLineCount: 2
            text: root.standing
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
}
