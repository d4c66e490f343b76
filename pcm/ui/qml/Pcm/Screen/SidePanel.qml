// What a page is about, beside its rows: which way data flows and why, or the account at a glance.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property ScreenModel screen

    border.color: Theme.line
    border.width: Units.hairline
    color: Theme.surface
    radius: Units.radiusLarge

    Accessible.ignored: true

    Column {
        anchors.fill: parent
        anchors.margins: Units.margin
        spacing: root.screen.coloured && root.screen.panelNote !== "" ? Units.gapTiny : Units.gap

        Label {
            color: Theme.text2
            font.pixelSize: Units.panelTitleText
            text: root.screen.panelTitle
            width: parent.width
        }

        Repeater {
            model: root.screen.lines

            delegate: PanelLine {
                width: parent.width
            }
        }
    }

    Column {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        spacing: Units.gap
        visible: root.screen.panelNote !== ""

        Rectangle {
            color: Theme.line
            height: Units.hairline
            width: parent.width
        }

        Row {
            spacing: Units.gap
            width: parent.width

            Glyph {
                id: sign

                color: Theme.warning
                font.pixelSize: Units.headerIcon
                text: Icons.info
            }

            Label {
                elide: Text.ElideRight
                font.pixelSize: Units.headerText
                lineHeight: Units.lineSpread
                maximumLineCount: 4
                text: root.screen.panelNote
                width: parent.width - sign.width - Units.gap
                wrapMode: Text.WordWrap

                Accessible.ignored: false
                Accessible.name: text
                Accessible.role: Accessible.StaticText
            }
        }
    }
}
