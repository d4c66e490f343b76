// One main menu in the side bar.
import QtQuick
import Pcm

Item {
    id: root

    required property string caption
    required property string glyph
    required property bool lit
    required property bool captioned

    signal acted

    Acting {
        objectName: "key_" + root.caption
        label: root.caption
        anchors.centerIn: parent
        color: pressed ? Theme.pressed : root.lit ? Theme.lit : "transparent"
        height: root.captioned ? parent.height : Math.min(parent.height - Units.gapSmall, width)
        radius: root.captioned ? 0 : Units.radiusLarge
        width: root.captioned ? parent.width : Units.sideKeyWidth

        Accessible.checked: root.lit

        onActed: root.acted()

        Column {
            anchors.centerIn: parent
            spacing: Units.gapSmall

            Glyph {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.lit ? Theme.text1 : Theme.text2
                font.pixelSize: Units.barIcon
                text: root.glyph
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                color: root.lit ? Theme.text1 : Theme.text2
                font.letterSpacing: Units.letterGap
                font.pixelSize: Units.smallText
                text: root.caption
                visible: root.captioned
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        color: Theme.accent
        visible: root.lit && root.captioned
        width: Units.edgeMark
    }
}
