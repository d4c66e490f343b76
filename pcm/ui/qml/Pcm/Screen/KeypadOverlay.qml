// A code: boxes and words at the left, digits at the right.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay

    objectName: "overlay"
    whole: true

    Item {
        id: left

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Units.entryMargin
        anchors.margins: Units.gap + Units.gapSmall
        anchors.right: pad.left
        anchors.rightMargin: Units.entryGap
        anchors.top: parent.top

        Label {
            id: title

            font.pixelSize: Units.titleText
            font.weight: Fonts.light
            text: root.overlay.title
            visible: root.screen.wide
            width: parent.width
        }

        Label {
            id: prompt

            anchors.right: step.left
            anchors.left: parent.left
            anchors.top: title.visible ? title.bottom : parent.top
            anchors.topMargin: title.visible ? Units.gap : 0
            lineHeight: Units.lineSpread
            maximumLineCount: 2
            text: root.overlay.text
            wrapMode: Text.WordWrap

            Accessible.ignored: false
            Accessible.name: text
            Accessible.role: Accessible.StaticText
        }

        Label {
            id: step

            anchors.right: parent.right
            anchors.top: prompt.top
            color: Theme.text2
            font.pixelSize: Units.detailText
            text: root.overlay.step
        }

        CodeBoxes {
            id: boxes

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: prompt.bottom
            anchors.topMargin: Units.gap
            overlay: root.overlay
            visible: root.overlay.boxes > 0
        }

        LineField {
            anchors.fill: boxes
            anchors.rightMargin: eraser.visible ? eraser.width + Units.gap : 0
            overlay: root.overlay
            visible: root.overlay.boxes === 0
        }

        PushButton {
            id: eraser

            objectName: "key_erase"
            label: root.screen.eraseWord
            anchors.bottom: boxes.bottom
            anchors.right: parent.right
            anchors.top: boxes.top
            sign: Icons.erase
            visible: root.overlay.dial
            width: Units.buttonHeight
            onActed: root.screen.erase()
        }

        EntryNotes {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: boxes.bottom
            anchors.topMargin: Units.gap + Units.gapSmall
            overlay: root.overlay
        }

        AnswerButtons {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            screen: root.screen
        }
    }

    DigitPad {
        id: pad

        anchors.bottom: parent.bottom
        anchors.margins: Units.gap + Units.gapSmall
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: parent.top
        dial: root.overlay.dial
        ready: root.overlay.locked === ""
        screen: root.screen
        width: Units.keypadWidth
    }
}
