// The top bar of the wide display: way back, breadcrumb, clock, signs.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property HeaderModel header: root.screen.header

    height: Units.headerHeight

    BackKey {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Units.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        label: root.screen.backWord
        visible: root.header.back
        onActed: root.screen.goBack()
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: back.visible ? back.width + Units.gap : Units.margin
        anchors.right: clock.left
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        elide: Text.ElideMiddle
        font.pixelSize: Units.headerText
        text: root.header.crumbs
    }

    Label {
        id: clock

        objectName: "header_clock"
        anchors.centerIn: parent
        font.pixelSize: Units.clockText
        font.weight: Fonts.medium
        text: root.header.clock
    }

    StatusSigns {
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        header: root.header
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.line
        height: Units.hairline
    }
}
