// Something runs that the driver waits for; it stands still, so that an idle display draws nothing.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay

    objectName: "overlay"

    Column {
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Units.gap

        Glyph {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.info
            font.pixelSize: Units.tileIcon
            text: Icons.wait
        }

        Label {
            font.weight: Fonts.medium
            horizontalAlignment: Text.AlignHCenter
            text: root.overlay.title
            width: parent.width

            Accessible.ignored: false
            Accessible.name: text
            Accessible.role: Accessible.Heading
        }

        Label {
            color: Theme.text2
            font.pixelSize: Units.dialogText
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 3
            text: root.overlay.text
            width: parent.width
            wrapMode: Text.WordWrap

            Accessible.ignored: false
            Accessible.name: text
            Accessible.role: Accessible.StaticText
        }
    }

    AnswerButtons {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        screen: root.screen
        visible: root.overlay.cancel !== ""
    }
}
