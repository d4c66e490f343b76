// The status line of the 800x480 display: way back or menu sign, title, clock, signs, red line.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property HeaderModel header: root.screen.header

    height: Units.headerHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
    }

    BackKey {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: Units.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        label: root.screen.backWord
        visible: root.header.back
        onActed: root.screen.goBack()
    }

    Glyph {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text2
        text: root.header.glyph
        visible: !root.header.back
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: back.visible ? back.width + Units.gapSmall : sign.text !== ""
                                           ? back.width + Units.gap : Units.margin
        anchors.right: clock.visible ? clock.left : signs.left
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Units.titleText
        font.weight: Fonts.medium
        text: root.header.title

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Label {
        id: clock

        objectName: "header_clock"
        anchors.centerIn: parent
        font.pixelSize: Units.clockText
        text: root.header.clock
        visible: root.screen.overlay.kind !== "keypad" && root.screen.overlay.kind !== "keyboard"
    }

    StatusSigns {
        id: signs

        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        brief: true
        header: root.header
        spacing: Units.gap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.accent
        height: Units.outline
    }
}
