// What a lesson marks in the window: a ring, the rest darker, an arrow, the hand. Takes no touches.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property CoachModel coachModel
    readonly property MarkModel mark: root.coachModel.mark
    readonly property HandModel hand: root.coachModel.hand
    readonly property real ringLeft: root.mark.x - Shell.markGap
    readonly property real ringTop: root.mark.y - Shell.markGap
    readonly property real ringRight: root.ringLeft + root.mark.width + 2 * Shell.markGap
    readonly property real ringBottom: root.ringTop + root.mark.height + 2 * Shell.markGap
    readonly property real clearLeft: Math.min(root.ringLeft, root.mark.clearX)
    readonly property real clearTop: Math.min(root.ringTop, root.mark.clearY)
    readonly property real clearRight: Math.max(root.ringRight, root.mark.clearX
                                                + root.mark.clearWidth)

    readonly property real clearBottom: Math.max(root.ringBottom, root.mark.clearY
                                                 + root.mark.clearHeight)

    readonly property bool dims: root.mark.ringed && root.mark.dims

    Accessible.ignored: true

    Rectangle {
        color: Dusk.dim
        height: root.clearTop
        visible: root.dims
        width: root.width
    }

    Rectangle {
        color: Dusk.dim
        height: root.height - root.clearBottom
        visible: root.dims
        width: root.width
        y: root.clearBottom
    }

    Rectangle {
        color: Dusk.dim
        height: root.clearBottom - root.clearTop
        visible: root.dims
        width: root.clearLeft
        y: root.clearTop
    }

    Rectangle {
        color: Dusk.dim
        height: root.clearBottom - root.clearTop
        visible: root.dims
        width: root.width - root.clearRight
        x: root.clearRight
        y: root.clearTop
    }

    Rectangle {
        id: ring

        objectName: "coach_ring"
        border.color: Dusk.markEdge
        border.width: Shell.markLine + 2 * Shell.markEdge
        color: "transparent"
        height: root.ringBottom - root.ringTop
        radius: Shell.markRadius
        visible: root.mark.ringed
        width: root.ringRight - root.ringLeft
        x: root.ringLeft
        y: root.ringTop

        Rectangle {
            anchors.fill: parent
            anchors.margins: Shell.markEdge
            border.color: Dusk.mark
            border.width: Shell.markLine
            color: "transparent"
            radius: Shell.markRadius
        }

        Rectangle {
            objectName: "coach_arrow"
            anchors.horizontalCenter: parent.horizontalCenter
            border.color: Dusk.markEdge
            border.width: Shell.markEdge
            color: Dusk.mark
            height: Shell.markArrow
            radius: height / 2
            visible: root.mark.arrow !== ""
            width: Shell.markArrow
            y: root.mark.arrow === "up" ? Shell.markGap : parent.height - height - Shell.markGap

            Glyph {
                anchors.centerIn: parent
                color: Dusk.markEdge
                text: root.mark.arrow === "up" ? Icons.pointsUp : Icons.pointsDown
            }
        }
    }

    Item {
        objectName: "coach_hand"
        visible: root.hand.seen
        x: root.hand.x
        y: root.hand.y

        Behavior on x {
            NumberAnimation {
                duration: root.hand.glideMs
                easing.type: Easing.InOutCubic
            }
        }
        Behavior on y {
            NumberAnimation {
                duration: root.hand.glideMs
                easing.type: Easing.InOutCubic
            }
        }

        Rectangle {
            border.color: Dusk.mark
            border.width: Shell.markLine
            color: "transparent"
            height: width
            opacity: root.hand.pressed ? 1 : 0
            radius: width / 2
            width: root.hand.pressed ? Shell.ripple : Shell.coachDot
            x: -width / 2
            y: -width / 2

            Behavior on width {
                NumberAnimation {
                    duration: Units.quick
                }
            }
        }

        Glyph {
            color: Dusk.onFill
            font.pixelSize: Shell.hand
            style: Text.Outline
            styleColor: Dusk.markEdge
            text: Icons.hand
            x: -width * Shell.handTip
        }
    }
}
