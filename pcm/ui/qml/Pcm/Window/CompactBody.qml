// What holds the 800x480 display: keys on both sides, two knobs and the disc slot below.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property Item hole
    required property WindowModel windowModel
    readonly property real keyTop: (glass.height - Math.max(before.height, after.height)) / 2

    Rectangle {
        anchors.fill: parent
        border.color: Dusk.outline
        border.width: Shell.line
        radius: Shell.bodyRadius

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

    KeyBank {
        id: before

        anchors.right: glass.left
        anchors.rightMargin: Shell.keySide
        anchors.top: glass.top
        anchors.topMargin: root.keyTop
        keys: root.windowModel.leftKeys
        upright: true
        windowModel: root.windowModel
    }

    KeyBank {
        id: after

        anchors.left: glass.right
        anchors.leftMargin: Shell.keySide
        anchors.top: glass.top
        anchors.topMargin: root.keyTop
        keys: root.windowModel.rightKeys
        upright: true
        windowModel: root.windowModel
    }

    Knob {
        id: volume

        anchors.left: glass.left
        anchors.top: glass.bottom
        anchors.topMargin: Shell.knobTop
        angle: root.windowModel.leftAngle
        glyph: Icons.volume
        name: root.windowModel.words.volume
        side: "left"
        visible: root.windowModel.knobs > 1
        windowModel: root.windowModel
    }

    Rectangle {
        anchors.left: volume.right
        anchors.leftMargin: Shell.slotGap
        anchors.right: select.left
        anchors.rightMargin: Shell.slotGap
        anchors.verticalCenter: volume.verticalCenter
        border.color: Dusk.outline
        border.width: Shell.line
        color: Dusk.bezel2
        height: Shell.slotHeight
        radius: Shell.keyRadius

        Rectangle {
            anchors.left: parent.left
            anchors.margins: Shell.slotInset
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: Dusk.outline
            height: Shell.slotLine
            radius: height / 2
        }
    }

    Knob {
        id: select

        anchors.right: glass.right
        anchors.top: glass.bottom
        anchors.topMargin: Shell.knobTop
        angle: root.windowModel.rightAngle
        glyph: Icons.check
        name: root.windowModel.words.select
        side: "right"
        visible: root.windowModel.knobs > 0
        windowModel: root.windowModel
    }
}
