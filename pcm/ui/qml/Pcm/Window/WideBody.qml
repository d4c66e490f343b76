// What holds the 1920x720 display: a bezel with a console of keys and one dial below, or only a slim frame.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property Item hole
    required property bool slim
    required property WindowModel windowModel

    Rectangle {
        id: bezel

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        border.color: Dusk.outline
        border.width: Shell.line
        height: Shell.wideHeight
        radius: Shell.bodyRadius
        visible: !root.slim

        gradient: Gradient {
            GradientStop {
                color: Dusk.bezel1
                position: 0
            }
            GradientStop {
                color: Dusk.bezel2
                position: 1
            }
        }
    }

    Rectangle {
        id: glass

        border.color: Dusk.metal1
        border.width: Shell.gleam
        color: Dusk.outline
        height: root.hole.height + 2 * Shell.glassEdge
        radius: Shell.glassRadius
        width: root.hole.width + 2 * Shell.glassEdge
        x: root.hole.x - Shell.glassEdge
        y: root.hole.y - Shell.glassEdge
    }

    Rectangle {
        id: base

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Dusk.outline
        border.width: Shell.line
        height: Shell.consoleHeight
        radius: Shell.bodyRadius
        visible: !root.slim
        width: Math.max(Shell.consoleSmallest, Shell.knob + 2 * Math.max(before.width, after.width) + 4
                        * Shell.keyGap + 2 * Shell.consoleInset)

        gradient: Gradient {
            GradientStop {
                color: root.windowModel.glassConsole ? Dusk.slot : Dusk.bezel1
                position: 0
            }
            GradientStop {
                color: root.windowModel.glassConsole ? Dusk.outline : Dusk.bezel2
                position: 1
            }
        }

        KeyBank {
            id: before

            anchors.right: dial.left
            anchors.rightMargin: 2 * Shell.keyGap
            anchors.verticalCenter: parent.verticalCenter
            glass: root.windowModel.glassConsole
            keys: root.windowModel.leftKeys
            windowModel: root.windowModel
        }

        Knob {
            id: dial

            anchors.centerIn: parent
            angle: root.windowModel.rightAngle
            glyph: Icons.check
            name: root.windowModel.words.select
            side: "right"
            windowModel: root.windowModel
        }

        KeyBank {
            id: after

            anchors.left: dial.right
            anchors.leftMargin: 2 * Shell.keyGap
            anchors.verticalCenter: parent.verticalCenter
            glass: root.windowModel.glassConsole
            keys: root.windowModel.rightKeys
            windowModel: root.windowModel
        }
    }
}
