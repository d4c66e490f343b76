// The top line of PCM 6.0: who is logged in, clock, signs and the status pill.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property HeaderModel header: root.screen.header

    height: Units.headerTallHeight

    Rectangle {
        id: initials

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        color: root.header.user !== "" ? Theme.fill("blue") : Theme.fill("grey")
        height: Units.avatar
        radius: height / 2
        width: height

        Label {
            anchors.centerIn: parent
            color: Theme.onFill
            font.pixelSize: Units.detailText
            font.weight: Fonts.medium
            text: root.header.initials
        }

        Glyph {
            anchors.centerIn: parent
            color: Theme.onFill
            text: Icons.user
            visible: root.header.initials === ""
        }
    }

    Label {
        id: user

        anchors.left: initials.right
        anchors.leftMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Units.userText
        text: root.header.user
        width: Math.min(implicitWidth, Units.userWidth)

        Accessible.ignored: text === ""
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    Label {
        anchors.left: user.right
        anchors.leftMargin: Units.margin
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

        anchors.centerIn: parent
        font.pixelSize: Units.clockText
        font.weight: Fonts.medium
        text: root.header.clock
    }

    StatusSigns {
        anchors.right: pill.left
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        header: root.header
        radio: false
    }

    Rectangle {
        id: pill

        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.line
        border.width: Units.hairline
        color: Theme.raised
        height: Units.avatar
        radius: height / 2
        width: status.width + 2 * Units.gap

        RadioSigns {
            id: status

            anchors.centerIn: parent
            header: root.header
            words: true
        }
    }
}
