// What lies over the page: nothing beneath it can be touched while it is there.
import QtQuick
import Pcm

Item {
    id: root

    default property alias content: board.data
    property bool whole: false // takes the page's place instead of standing on the dimmed page
    property int boardHeight: Units.boardHeight

    MouseArea {
        anchors.fill: parent

        Accessible.ignored: true

        onWheel: wheel => wheel.accepted = true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
        visible: !root.whole
    }

    Rectangle {
        id: board

        objectName: "overlay_board"
        anchors.centerIn: parent
        border.color: Theme.edge
        border.width: root.whole ? 0 : Units.hairline
        color: root.whole ? "transparent" : Theme.surface
        height: root.whole ? parent.height : root.boardHeight
        radius: root.whole ? 0 : Units.radiusLarge
        width: root.whole ? parent.width : Units.boardWidth
    }
}
