// A question or message with one or two buttons.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay

    objectName: "overlay"
    boardHeight: 2 * Units.margin + title.height + Units.gap + words.implicitHeight + Units.margin
                 + Units.buttonHeight

    Glyph {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.verticalCenter: title.verticalCenter
        color: root.overlay.warning ? Theme.warning : Theme.info
        text: root.overlay.warning ? Icons.warning : Icons.info
    }

    Label {
        id: title

        anchors.left: sign.right
        anchors.leftMargin: Units.gap
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: parent.top
        anchors.topMargin: Units.margin
        font.weight: Fonts.medium
        text: root.overlay.title

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: title.bottom
        anchors.topMargin: Units.gap
        font.pixelSize: Units.dialogText
        lineHeight: Units.lineSpread
        maximumLineCount: 6
        text: root.overlay.text
        wrapMode: Text.WordWrap

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    AnswerButtons {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        screen: root.screen
    }
}
