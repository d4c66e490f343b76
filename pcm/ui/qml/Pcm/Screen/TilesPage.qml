// Tiles: the home screen and APPS. Home has no title.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    property bool home: false

    TileGrid {
        id: full

        anchors.fill: parent
        anchors.margins: Units.gapSmall
        leading: root.screen.coloured
        rows: root.home ? root.screen.rows : null
        screen: root.screen
        visible: root.home
    }

    PageFrame {
        anchors.fill: parent
        screen: root.screen
        visible: !root.home

        TileGrid {
            id: titled

            anchors.fill: parent
            rows: root.home ? null : root.screen.rows
            screen: root.screen
        }
    }
}
