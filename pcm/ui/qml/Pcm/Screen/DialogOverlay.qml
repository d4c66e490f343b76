// A question or message with one or two buttons.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay
    readonly property int longest: Math.ceil(6 * metrics.height
                                             * Units.lineSpread) // what is more is scrolled

    objectName: "overlay"
    boardHeight: 2 * Units.margin + title.height + Units.gap + page.height + Units.margin
                 + Units.buttonHeight

    FontMetrics {
        id: metrics

        font: words.font
    }

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

    Flickable {
        id: page

        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: title.bottom
        anchors.topMargin: Units.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: words.implicitHeight
        height: Math.min(words.implicitHeight, root.longest)

        Label {
            id: words

            font.pixelSize: Units.dialogText
            lineHeight: Units.lineSpread
            maximumLineCount: 100
            text: root.overlay.text
            width: parent.width
            wrapMode: Text.WordWrap

            Accessible.ignored: false
            Accessible.name: text
            Accessible.role: Accessible.StaticText

            onTextChanged: page.contentY = 0
        }
    }

    ScrollMark {
        anchors.bottom: page.bottom
        anchors.right: parent.right
        anchors.rightMargin: Units.gap
        anchors.top: page.top
        flickable: page
    }

    AnswerButtons {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        screen: root.screen
    }
}
