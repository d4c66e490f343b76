// Sets a number by touch: minus, plus, or a touch on the track; the knob turns it as well.
import QtQuick
import Pcm
import Pcm.Model

Overlay {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay
    readonly property real share: (root.overlay.value - root.overlay.low) / Math.max(1,
                                                                                     root.overlay.high
                                                                                     - root.overlay.low)

    readonly property real zero: Math.max(0, -root.overlay.low) / Math.max(1, root.overlay.high
                                                                           - root.overlay.low)

    objectName: "overlay"

    Label {
        id: title

        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: reading.left
        anchors.top: parent.top
        font.weight: Fonts.medium
        text: root.overlay.title

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    Label {
        id: reading

        anchors.margins: Units.margin
        anchors.right: parent.right
        anchors.top: parent.top
        text: root.overlay.reading
    }

    PushButton {
        id: less

        objectName: "slider_minus"
        label: root.screen.lessWord
        anchors.left: parent.left
        anchors.leftMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        ready: root.overlay.value > root.overlay.low
        sign: Icons.minus
        width: Units.buttonHeight
        onActed: root.screen.set(root.overlay.lower)
    }

    Item {
        id: track

        objectName: "slider_track"
        anchors.left: less.right
        anchors.leftMargin: Units.margin
        anchors.right: more.left
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        height: Units.target

        Accessible.name: root.overlay.title + ", " + root.overlay.reading
        Accessible.role: Accessible.Slider

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.trackOff
            height: Units.scrollBar
            radius: height / 2
            width: parent.width
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            height: Units.scrollBar
            radius: height / 2
            width: parent.width * Math.abs(root.share - root.zero)
            x: parent.width * Math.min(root.share, root.zero)
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.edge
            border.width: Units.hairline
            color: Theme.thumb
            height: Units.trackHeight
            radius: height / 2
            width: height
            x: (parent.width - width) * root.share
        }

        MouseArea {
            anchors.fill: parent
            preventStealing: true

            Accessible.ignored: true

            onPositionChanged: mouse => root.screen.slide(mouse.x / width)
            onPressed: mouse => root.screen.slide(mouse.x / width)
        }
    }

    PushButton {
        id: more

        objectName: "slider_plus"
        label: root.screen.moreWord
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.verticalCenter: parent.verticalCenter
        ready: root.overlay.value < root.overlay.high
        sign: Icons.plus
        width: Units.buttonHeight
        onActed: root.screen.set(root.overlay.higher)
    }

    AnswerButtons {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Units.margin
        anchors.right: parent.right
        screen: root.screen
    }
}
