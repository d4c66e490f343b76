// How the lesson went: a few figures in a row.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Flow {
    id: root

    required property CoachModel coachModel
    property real grow: 1

    readonly property real share: (width - 4 * spacing) / 5

    spacing: Units.benchGap

    Repeater {
        model: root.coachModel.figures

        Column {
            id: figure

            required property string name
            required property string label
            required property string value

            objectName: "coach_figure_" + name
            width: Math.min(Shell.coachFigureWidth * root.grow, root.share)

            Accessible.name: figure.label + ": " + figure.value
            Accessible.role: Accessible.StaticText

            Label {
                color: Dusk.text1
                font.pixelSize: Shell.coachFigure * root.grow
                font.weight: Fonts.medium
                text: figure.value
            }

            Label {
                color: Dusk.text2
                font.pixelSize: Units.benchSmall * root.grow
                text: figure.label
                width: parent.width
            }
        }
    }
}
