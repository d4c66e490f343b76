// The three ways in which a lesson is given, one beside the other; the chosen one is filled.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Row {
    id: root

    required property CoachModel coachModel
    property string chosen: ""
    property bool ready: true
    property real size: Units.benchSmall
    property string prefix: "coach"

    signal picked(way: string)

    spacing: Shell.hairline

    Accessible.name: root.coachModel.labels.way
    Accessible.role: Accessible.Grouping

    Repeater {
        model: root.coachModel.ways

        CoachButton {
            id: way

            required property string name
            required property string label

            objectName: root.prefix + "_" + name
            caption: way.label
            chosen: root.chosen === way.name
            ready: root.ready
            role: root.chosen === "" ? Accessible.Button : Accessible.RadioButton
            size: root.size

            onPressed: root.picked(way.name)
        }
    }
}
