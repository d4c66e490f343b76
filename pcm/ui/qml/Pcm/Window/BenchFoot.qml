// Foot of the panel: what the simulator itself does, which way data flows or why not, the last verb, and why it was refused.
import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property BenchModel benchModel
    required property CoachModel coachModel
    required property WindowWords words

    color: Dusk.bench
    implicitHeight: column.height + 2 * Units.benchGap

    Rectangle {
        color: Dusk.line
        height: Shell.hairline
        width: parent.width
    }

    Column {
        id: column

        width: root.width - 2 * Units.benchMargin
        x: Units.benchMargin
        y: Units.benchGap

        BenchFootSwitch {
            buttonId: "bench_lessons"
            glyph: Icons.lessons
            name: root.words.lessons
            on: root.coachModel.menu
            opens: true
            visible: root.coachModel.offered
            width: parent.width

            onPressed: root.coachModel.openMenu(true)
        }

        BenchFootSwitch {
            buttonId: "bench_record"
            glyph: on ? Icons.recording : Icons.record
            name: root.words.record
            on: root.benchModel.recording !== ""
            told: root.benchModel.recording
            tone: on ? Dusk.accent : Dusk.text2
            visible: root.benchModel.canRecord
            width: parent.width

            onPressed: root.benchModel.record()
        }

        BenchFootSwitch {
            buttonId: "bench_sources"
            glyph: Icons.source
            name: root.words.sources
            on: root.benchModel.sourcesShown
            width: parent.width

            onPressed: root.benchModel.toggleSources()
        }

        Item {
            id: data

            objectName: "bench_why"
            activeFocusOnTab: true
            height: Shell.benchButton
            width: parent.width

            Accessible.description: root.benchModel.noData === "" ? root.benchModel.path :
                                                                    root.benchModel.noData
            Accessible.focusable: true
            Accessible.name: root.words.whyNoData
            Accessible.role: Accessible.Button

            Accessible.onPressAction: root.benchModel.why()
            Keys.onEnterPressed: root.benchModel.why()
            Keys.onReturnPressed: root.benchModel.why()
            Keys.onSpacePressed: root.benchModel.why()

            Rectangle {
                anchors.fill: parent
                anchors.leftMargin: -Units.benchGap
                anchors.rightMargin: -Units.benchGap
                color: tap.pressed ? Dusk.pressed : Dusk.raised
                radius: Units.benchRadius
                visible: tap.pressed || hover.hovered
            }

            Glyph {
                id: sign

                color: root.benchModel.noData === "" ? Dusk.good : Dusk.warning
                font.pixelSize: Units.benchIcon
                height: parent.height
                text: root.benchModel.noData === "" ? Icons.check : Icons.noData
                width: Units.benchIcon
            }

            Label {
                anchors.left: sign.right
                anchors.leftMargin: Shell.benchIndent
                anchors.right: parent.right
                color: root.benchModel.noData === "" ? Dusk.text2 : Dusk.warning
                font.pixelSize: Units.benchSmall
                height: parent.height
                text: root.benchModel.noData === "" ? root.benchModel.path : root.benchModel.noData
            }

            FocusRing {
                border.width: Shell.benchRing
                gap: 0
                radius: Units.benchRadius
                target: data
            }

            HoverHandler {
                id: hover
            }

            TapHandler {
                id: tap

                gesturePolicy: TapHandler.ReleaseWithinBounds

                onTapped: root.benchModel.why()
            }
        }

        Text {
            objectName: "bench_answer"
            bottomPadding: Shell.benchEdge
            color: root.benchModel.refused ? Dusk.warning : Dusk.text2
            elide: Text.ElideRight
            font.family: Fonts.text
            font.pixelSize: Units.benchSmall
            maximumLineCount: Shell.benchAnswerLines
            text: root.benchModel.answer
            textFormat: Text.PlainText
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
        }

        Item {
            height: Math.max(caption.implicitHeight, verb.implicitHeight)
            visible: root.benchModel.verb !== ""
            width: parent.width

            Label {
                id: caption

                color: Dusk.text3
                font.pixelSize: Units.benchSmall
                text: root.words.lastVerb
            }

            Label {
                id: verb

                objectName: "bench_verb"
                anchors.left: caption.right
                anchors.leftMargin: Units.benchGap
                anchors.right: parent.right
                color: Dusk.text1
                font.pixelSize: Units.benchSmall
                horizontalAlignment: Text.AlignRight
                text: root.benchModel.verb

                Accessible.ignored: false
                Accessible.name: text
                Accessible.role: Accessible.StaticText
            }
        }
    }
}
