// The map, its rows at the left on a panel.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen

    MapPicture {
        anchors.fill: parent
        anchors.leftMargin: plate.width
    }

    Rectangle {
        id: plate

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        color: Theme.surface
        width: Units.mapListWidth

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.top: parent.top
            color: Theme.line
            width: Units.hairline
        }
    }

    PageFrame {
        id: frame

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        screen: root.screen
        width: plate.width

        RowList {
            id: rows

            anchors.fill: parent
            rows: root.screen.mapRows
            screen: root.screen
            stacked: !Units.wide
        }
    }
}
