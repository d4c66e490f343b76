// The lesson under way: where it is, what to do, what that means, and what can be done with it.
import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property CoachModel coachModel
    readonly property real grow: root.coachModel.presenting ? Shell.coachBig : 1
    readonly property bool wide: root.width >= Shell.coachWideFrom * root.grow
    readonly property real inner: root.width - 2 * Shell.coachMargin
    readonly property color tone: root.coachModel.tone === "good" ? Dusk.good :
                                                                    root.coachModel.tone
                                                                    === "warning" ? Dusk.warning :
                                                                                    Dusk.text2

    objectName: "coach_card"
    color: Dusk.bench
    implicitHeight: Math.max(Shell.coachLeast * root.grow, column.height + 2 * Shell.coachGap)

    Accessible.name: root.coachModel.title
    Accessible.role: Accessible.Pane

    Rectangle {
        color: Dusk.line
        height: Shell.hairline
        width: parent.width
    }

    Column {
        id: column

        spacing: Shell.coachGap
        width: root.inner
        x: Shell.coachMargin
        y: Shell.coachGap

        Item {
            height: tools.height
            width: parent.width

            Label {
                id: title

                objectName: "coach_title"
                anchors.left: parent.left
                color: Dusk.text1
                font.pixelSize: Shell.coachTitle * root.grow
                font.weight: Fonts.medium
                height: parent.height
                text: root.coachModel.title
                width: Math.min(implicitWidth, parent.width - tools.width - Units.benchGap)

                Accessible.ignored: false
                Accessible.name: text
                Accessible.role: Accessible.Heading
            }

            Label {
                objectName: "coach_trainee"
                anchors.left: title.right
                anchors.leftMargin: Units.benchMargin
                anchors.right: tools.left
                anchors.rightMargin: Units.benchGap
                color: Dusk.text2
                font.pixelSize: Units.benchText * root.grow
                height: parent.height
                text: root.coachModel.trainee

                Accessible.ignored: text === ""
                Accessible.name: text
                Accessible.role: Accessible.StaticText
            }

            Row {
                id: tools

                anchors.right: parent.right
                spacing: Units.benchGap

                CoachWays {
                    anchors.verticalCenter: parent.verticalCenter
                    chosen: root.coachModel.mode
                    coachModel: root.coachModel
                    size: Units.benchSmall * root.grow
                    visible: !root.coachModel.over

                    onPicked: way => root.coachModel.act(way)
                }

                BenchButton {
                    objectName: "coach_present"
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: Icons.presenter
                    name: root.coachModel.labels.presenter
                    visible: root.wide // else the title has no room; the key does it all the same

                    onPressed: root.coachModel.present(!root.coachModel.presenting)
                }

                BenchButton {
                    objectName: "coach_stop"
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: Icons.close
                    name: root.coachModel.labels.stop

                    onPressed: root.coachModel.act("stop")
                }
            }
        }

        Item {
            height: Math.max(words.height, root.wide ? actions.height : 0)
            width: parent.width

            Column {
                id: words

                spacing: Shell.coachGap / 2
                width: root.wide ? parent.width - Shell.coachActions * root.grow - Shell.coachMargin :
                                   parent.width

                Row {
                    id: place

                    spacing: Units.benchMargin
                    width: parent.width

                    CoachDots {
                        id: dots

                        anchors.verticalCenter: parent.verticalCenter
                        step: root.coachModel.step
                        passed: root.coachModel.passed
                        steps: root.coachModel.steps
                    }

                    Label {
                        objectName: "coach_where"
                        color: Dusk.text2
                        elide: Text.ElideNone
                        font.pixelSize: Units.benchSmall * root.grow
                        maximumLineCount: 3
                        text: root.coachModel.where
                        width: Math.min(implicitWidth, place.width - dots.width - place.spacing)
                        wrapMode: Text.WordWrap

                        Accessible.ignored: false
                        Accessible.name: text
                        Accessible.role: Accessible.StaticText
                    }
                }

                Text {
                    objectName: "coach_say"
                    color: Dusk.text1
                    font.family: Fonts.text
                    font.pixelSize: Shell.coachSay * root.grow
                    text: root.coachModel.say
                    textFormat: Text.PlainText
                    width: parent.width
                    wrapMode: Text.WordWrap

                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                }

                Text {
                    objectName: "coach_told"
                    color: root.tone
                    font.family: Fonts.text
                    font.pixelSize: Shell.coachTold * root.grow
                    text: root.coachModel.told
                    textFormat: Text.PlainText
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.WordWrap

                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                }

                Text {
                    objectName: "coach_pointer"
                    color: Dusk.mark
                    font.family: Fonts.text
                    font.pixelSize: Shell.coachTold * root.grow
                    text: root.coachModel.mark.told
                    textFormat: Text.PlainText
                    visible: text !== ""
                    width: parent.width
                    wrapMode: Text.WordWrap

                    Accessible.name: text
                    Accessible.role: Accessible.AlertMessage
                }

                CoachEnd {
                    coachModel: root.coachModel
                    grow: root.grow
                    visible: root.coachModel.over
                    width: parent.width
                }
            }

            CoachActions {
                id: actions

                anchors.right: parent.right
                coachModel: root.coachModel
                size: Units.benchText * root.grow
                visible: root.wide
                width: Shell.coachActions * root.grow
            }
        }

        CoachActions {
            coachModel: root.coachModel
            size: Units.benchText * root.grow
            visible: !root.wide
            width: parent.width
        }
    }
}
