// The one value a page shows large: what plays, which station, which number.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen

    objectName: root.screen.heroName

    Accessible.name: root.screen.heroLabel + ", " + root.screen.heroText
    Accessible.role: Accessible.StaticText

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Units.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        height: words.height
        visible: root.screen.heroFocused
        width: Units.edgeMark
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Units.inset
        anchors.right: parent.right
        anchors.rightMargin: Units.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        spacing: Units.gapSmall

        Label {
            color: Theme.text2
            font.pixelSize: Units.detailText
            text: root.screen.heroLabel
            width: parent.width
        }

        Label {
            font.pixelSize: Units.bigText
            font.weight: Fonts.light
            lineHeight: Units.lineTight
            maximumLineCount: 2
            text: root.screen.heroText
            width: parent.width
            wrapMode: Text.WordWrap
        }

        Label {
            color: Theme.text2
            text: root.screen.heroDetail
            visible: text !== ""
            width: parent.width
        }
    }
}
