// The room of a page inside its margins, below the title of a wide display.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    default property alias content: room.data

    PageTitle {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.right: parent.right
        anchors.rightMargin: Units.pageMarginRight
        screen: root.screen
        visible: root.screen.wide
        wayBack: root.screen.coloured
    }

    Item {
        id: room

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Units.gapSmall
        anchors.left: parent.left
        anchors.leftMargin: Units.pageMargin
        anchors.right: parent.right
        anchors.rightMargin: Units.pageMarginRight
        anchors.top: root.screen.wide ? title.bottom : parent.top
        anchors.topMargin: root.screen.wide ? 0 : Units.gapSmall
    }
}
