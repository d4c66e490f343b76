// The list of options over the page it belongs to (PCM 4.0, key OPT).
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }

    Rectangle {
        id: board

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.surface
        width: Units.drawerWidth

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.top: parent.top
            color: Theme.edge
            width: Units.hairline
        }

        RowList {
            id: rows

            anchors.fill: parent
            anchors.leftMargin: Units.gapSmall
            anchors.topMargin: Units.gapSmall
            rows: root.screen.drawerRows
            screen: root.screen
        }
    }
}
