// Free text: the field above, the keyboard below.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay

    objectName: "overlay"
    whole: true

    Label {
        id: prompt

        anchors.left: parent.left
        anchors.leftMargin: Units.entryMargin
        anchors.right: step.left
        anchors.top: parent.top
        anchors.topMargin: Units.gapSmall
        color: Theme.text2
        font.pixelSize: Units.detailText
        text: root.screen.wide ? root.overlay.title + Icons.crumb + root.overlay.text :
                                 root.overlay.text

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    Label {
        id: step

        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: prompt.top
        color: Theme.text2
        font.pixelSize: Units.detailText
        text: root.overlay.step
    }

    LineField {
        id: field

        anchors.left: parent.left
        anchors.leftMargin: Units.entryMargin
        anchors.right: buttons.left
        anchors.rightMargin: Units.gap
        anchors.top: prompt.bottom
        anchors.topMargin: Units.gapTiny
        height: Units.lineFieldHeight
        overlay: root.overlay
    }

    AnswerButtons {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Units.entryMargin
        anchors.verticalCenter: field.verticalCenter
        height: field.height
        screen: root.screen
        width: Units.answerWidth
    }

    EntryNotes {
        id: notes

        anchors.left: field.left
        anchors.right: buttons.right
        anchors.top: field.bottom
        anchors.topMargin: Units.gapSmall
        overlay: root.overlay
    }

    Keyboard {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.gapSmall
        anchors.right: parent.right
        height: Units.keyboardHeight
        ready: root.overlay.locked === ""
        screen: root.screen
    }
}
