// The lessons for this car, over the window: choose one, say who learns, choose how it is given.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

FocusScope {
    id: root

    required property CoachModel coachModel
    readonly property CoachLesson chosen: list.currentItem as CoachLesson
    readonly property bool ready: root.chosen !== null && root.chosen.ready

    function begin(way: string): void {
    if (root.ready)
    root.coachModel.begin(root.chosen.name, way, trainee.text);
}

    objectName: "lesson_menu"
    focus: true

    Component.onCompleted: list.forceActiveFocus()

    Keys.onEscapePressed: root.coachModel.openMenu(false)
    Keys.onPressed: event => event.accepted = true

    Rectangle {
        anchors.fill: parent
        color: Dusk.curtain

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onClicked: root.coachModel.openMenu(false)
            onWheel: wheel => wheel.accepted = true
        }
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Dusk.line
        border.width: Shell.hairline
        color: Dusk.bench
        height: Math.min(Shell.menuHeight, root.height - 2 * Shell.margin)
        radius: Shell.coachRadius
        width: Math.min(Shell.menuWidth, root.width - 2 * Shell.margin)

        Accessible.name: root.coachModel.labels.lessons
        Accessible.role: Accessible.Dialog

        MouseArea {
            anchors.fill: parent
        }

        BenchHeader {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            buttonId: "lesson_menu_close"
            buttonName: root.coachModel.labels.close
            glyph: Icons.close
            title: root.coachModel.labels.lessons

            onPressed: root.coachModel.openMenu(false)
        }

        ListView {
            id: list

            objectName: "lesson_list"
            activeFocusOnTab: true
            anchors.bottom: problem.top
            anchors.left: parent.left
            anchors.leftMargin: Units.benchMargin - Units.benchGap
            anchors.right: parent.right
            anchors.rightMargin: Units.benchMargin - Units.benchGap
            anchors.top: header.bottom
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            keyNavigationEnabled: true
            model: root.coachModel.lessons

            Accessible.name: root.coachModel.labels.lessons
            Accessible.role: Accessible.List

            Keys.onEnterPressed: root.begin("guide")
            Keys.onReturnPressed: root.begin("guide")

            delegate: CoachLesson {
                id: lesson

                required property int index

                current: ListView.isCurrentItem
                focused: list.activeFocus
                width: list.width

                onPressed: {
                    list.currentIndex = lesson.index;
                    list.forceActiveFocus();
                }
            }
        }

        BenchScroll {
            view: list
        }

        Item {
            id: problem

            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.leftMargin: Units.benchMargin
            anchors.right: parent.right
            anchors.rightMargin: Units.benchMargin
            height: told.text === "" ? 0 : told.implicitHeight + 2 * Units.benchGap

            Text {
                id: told

                objectName: "lesson_problem"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                color: Dusk.warning
                font.family: Fonts.text
                font.pixelSize: Units.benchText
                text: root.coachModel.problem
                textFormat: Text.PlainText
                wrapMode: Text.WordWrap

                Accessible.ignored: text === ""
                Accessible.name: text
                Accessible.role: Accessible.AlertMessage
            }
        }

        Rectangle {
            id: foot

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            color: "transparent"
            height: controls.height + 2 * Units.benchMargin

            Rectangle {
                color: Dusk.line
                height: Shell.hairline
                width: parent.width
            }

            Flow {
                id: controls

                anchors.left: parent.left
                anchors.leftMargin: Units.benchMargin
                anchors.right: parent.right
                anchors.rightMargin: Units.benchMargin
                anchors.verticalCenter: parent.verticalCenter
                spacing: Units.benchMargin

                Rectangle {
                    border.color: trainee.activeFocus ? Dusk.text1 : Dusk.edge
                    border.width: trainee.activeFocus ? Shell.benchRing : Shell.hairline
                    color: Dusk.slot
                    height: Shell.benchButton
                    radius: Units.benchRadius
                    width: Shell.menuField

                    TextInput {
                        id: trainee

                        objectName: "lesson_trainee"
                        activeFocusOnTab: true
                        anchors.fill: parent
                        anchors.leftMargin: Units.benchGap
                        anchors.rightMargin: Units.benchGap
                        clip: true
                        color: Dusk.text1
                        font.family: Fonts.text
                        font.pixelSize: Units.benchText
                        selectByMouse: true
                        selectedTextColor: Dusk.onFill
                        selectionColor: Dusk.accent
                        verticalAlignment: TextInput.AlignVCenter

                        Accessible.name: root.coachModel.labels.name
                        Accessible.role: Accessible.EditableText

                        onAccepted: root.begin("guide")
                    }

                    Label {
                        anchors.fill: trainee
                        color: Dusk.text3
                        font.pixelSize: Units.benchText
                        text: root.coachModel.labels.name
                        visible: trainee.text === ""
                    }
                }

                CoachWays {
                    coachModel: root.coachModel
                    prefix: "lesson"
                    ready: root.ready
                    size: Units.benchText

                    onPicked: way => root.begin(way)
                }
            }
        }
    }
}
