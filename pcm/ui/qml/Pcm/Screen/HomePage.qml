// The home screen: nothing but its tiles.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen

    TileGrid {
        anchors.fill: parent
        anchors.margins: Units.gapSmall
        columns: root.screen.homeColumns
        leading: root.screen.coloured
        rows: root.screen.homeRows
        screen: root.screen
    }
}
