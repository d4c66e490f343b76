// A rotary knob: mouse wheel, a finger in a circle, or arrows turn it; a tap presses it.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property WindowModel windowModel
    required property string side
    required property string name
    required property string glyph
    required property int angle

    objectName: "knob_" + root.side
    activeFocusOnTab: true
    implicitHeight: Shell.knob
    implicitWidth: Shell.knob

    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.Dial

    Accessible.onDecreaseAction: root.windowModel.turn(root.side, -1)
    Accessible.onIncreaseAction: root.windowModel.turn(root.side, 1)
    Accessible.onPressAction: root.windowModel.pressKnob(root.side)
    Keys.onDownPressed: root.windowModel.turn(root.side, 1)
    Keys.onEnterPressed: root.windowModel.pressKnob(root.side)
    Keys.onLeftPressed: root.windowModel.turn(root.side, -1)
    Keys.onReturnPressed: root.windowModel.pressKnob(root.side)
    Keys.onRightPressed: root.windowModel.turn(root.side, 1)
    Keys.onSpacePressed: root.windowModel.pressKnob(root.side)
    Keys.onUpPressed: root.windowModel.turn(root.side, -1)

    Rectangle {
        anchors.fill: parent
        border.color: Dusk.metal1
        border.width: Shell.line
        color: Dusk.outline
        radius: width / 2
    }

    Rectangle {
        id: cap

        anchors.fill: parent
        anchors.margins: Shell.knobRim
        border.color: tap.pressed ? Dusk.keyPressed : Dusk.metal1
        border.width: Shell.gleam
        radius: width / 2

        gradient: Gradient {
            GradientStop {
                color: tap.pressed ? Dusk.key1 : Dusk.metal1
                position: 0
            }
            GradientStop {
                color: Dusk.metal2
                position: 1
            }
        }
    }

    Item {
        anchors.fill: cap
        rotation: root.angle

        Behavior on rotation {
            NumberAnimation {
                duration: Units.quick
            }
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            antialiasing: true
            color: Dusk.text1
            height: Shell.knobTick
            radius: width / 2
            width: Shell.knobTickWidth
            y: Shell.knobTickGap
        }
    }

    Glyph {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.height * Shell.knobSign
        color: Dusk.text2
        font.pixelSize: Shell.knobIcon
        text: root.glyph
    }

    FocusRing {
        radius: width / 2
        target: root
    }

    WheelHandler {
        acceptedDevices: PointerDevice.AllDevices

        onWheel: event => root.windowModel.wheel(root.side, event.angleDelta.y)
    }

    DragHandler {
        id: drag

        readonly property point seat: Qt.point(centroid.position.x - root.width / 2,
                                               centroid.position.y - root.height / 2)

        target: null

        onActiveChanged: {
            if (active)
                root.windowModel.grip(root.side, seat.x, seat.y);
        }
        onSeatChanged: {
            if (active)
                root.windowModel.drag(root.side, seat.x, seat.y);
        }
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.DragThreshold

        onTapped: root.windowModel.pressKnob(root.side)
    }
}
