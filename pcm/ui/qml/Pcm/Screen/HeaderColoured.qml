// The top line of PCM 6.0: who is logged in, clock, signs and the status pill.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property HeaderModel header: root.screen.header
    readonly property bool free: root.screen.overlay.kind === "" // nothing lies over the page

    height: Units.headerTallHeight

    Acting {
        id: user

        objectName: "header_user"
        label: root.header.userName
        acting: root.header.userTarget !== "" && root.free
        anchors.left: parent.left
        anchors.leftMargin: Units.margin - Units.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        height: Units.target
        radius: height / 2
        width: name.x + name.width + (name.text !== "" ? Units.gap : Units.gapSmall)

        Accessible.ignored: label === ""

        onActed: root.screen.tap(root.header.userTarget)

        Rectangle {
            id: initials

            anchors.left: parent.left
            anchors.leftMargin: Units.gapSmall
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
            id: name

            anchors.left: initials.right
            anchors.leftMargin: text !== "" ? Units.gap : 0
            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Units.userText
            text: root.header.user !== "" ? root.header.user : root.header.signIn
            width: Math.min(implicitWidth, Units.userWidth)
        }
    }

    Label {
        anchors.left: user.right
        anchors.leftMargin: Units.gap
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
        anchors.right: pill.left
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        header: root.header
        radio: false
    }

    Acting {
        id: pill

        objectName: "header_status"
        label: root.header.statusName
        acting: root.header.statusTarget !== "" && root.free
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        border.width: activeFocus ? Units.outline : 0
        color: "transparent"
        height: Units.target
        radius: height / 2
        width: status.width + 2 * Units.gap

        onActed: root.screen.tap(root.header.statusTarget)

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.line
            border.width: Units.hairline
            color: pill.pressed ? Theme.pressed : Theme.raised
            height: Units.avatar
            radius: height / 2
        }

        RadioSigns {
            id: status

            anchors.centerIn: parent
            header: root.header
            words: true
        }
    }
}
