// The steps of a lesson as dots: done, left out, this one, to come.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm

Row {
    id: root

    required property int step
    required property int steps
    required property string passed

    spacing: Units.benchGap

    Accessible.ignored: true

    Repeater {
        model: root.steps

        Rectangle {
            objectName: "coach_dot"

            required property int index
            readonly property bool past: root.passed[index] === "+"
            readonly property bool leftOut: root.passed[index] === "-"
            readonly property bool now: index + 1 === root.step

            border.color: past ? Dusk.good : leftOut ? Dusk.warning : now ? Dusk.text1 : Dusk.edge
            border.width: Shell.benchRing
            color: past ? Dusk.good : now ? Dusk.text1 : "transparent"
            height: Shell.coachDot
            radius: height / 2
            width: now ? 2 * Shell.coachDot : Shell.coachDot
        }
    }
}
