// Tiles below a title, as in APPS.
import QtQuick
import Pcm

PageFrame {
    id: root

    TileGrid {
        anchors.fill: parent
        anchors.leftMargin: -Units.gap / 2
        columns: root.screen.columns
        rows: root.screen.tileRows
        screen: root.screen
    }
}
