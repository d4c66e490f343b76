// What plays now, large; beside it the rows.
import QtQuick
import Pcm

PageFrame {
    id: root

    Rectangle {
        id: cover

        anchors.left: parent.left
        anchors.leftMargin: Units.heroMargin
        anchors.top: parent.top
        anchors.topMargin: Units.gapSmall
        border.color: Theme.line
        border.width: Units.hairline
        color: Theme.surface
        height: Units.coverSize
        radius: Units.radiusLarge
        width: Units.coverSize

        Glyph {
            anchors.centerIn: parent
            color: Theme.text2
            font.pixelSize: Units.bigIcon
            text: root.screen.heroGlyph !== "" ? root.screen.heroGlyph : Icons.note
        }
    }

    Hero {
        anchors.bottom: Units.wide ? cover.bottom : parent.bottom
        anchors.left: Units.wide ? cover.right : parent.left
        anchors.leftMargin: Units.wide ? Units.gap : 0
        anchors.right: rows.left
        anchors.rightMargin: Units.gap
        anchors.top: Units.wide ? cover.top : cover.bottom
        anchors.topMargin: Units.wide ? 0 : Units.gapSmall
        screen: root.screen
    }

    RowList {
        id: rows

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        rows: root.screen.playerRows
        screen: root.screen
        stacked: !Units.wide
        width: root.screen.heroName !== "" ? Units.playerListWidth : parent.width
    }
}
