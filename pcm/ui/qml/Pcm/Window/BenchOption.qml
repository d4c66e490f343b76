// One option of the open list; the chosen one has a tick.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string word
    required property string label
    required property bool chosen
    property bool current: false

    signal pressed

    objectName: root.name
    implicitHeight: Units.benchRow

    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.focusable: true
    Accessible.name: root.label
    Accessible.role: Accessible.RadioButton

    Accessible.onPressAction: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Units.benchMargin - Units.benchGap
        anchors.rightMargin: Units.benchMargin - Units.benchGap
        border.color: Dusk.accent
        border.width: root.current ? Shell.benchRing : 0
        color: tap.pressed ? Dusk.pressed : hover.hovered ? Dusk.raised : "transparent"
        radius: Units.benchRadius
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Units.benchMargin
        anchors.right: tick.left
        anchors.verticalCenter: parent.verticalCenter
        color: Dusk.text1
        font.pixelSize: Units.benchText
        font.weight: root.chosen ? Fonts.medium : Fonts.regular
        text: root.label
    }

    Glyph {
        id: tick

        anchors.right: parent.right
        anchors.rightMargin: Units.benchMargin
        anchors.verticalCenter: parent.verticalCenter
        color: Dusk.good
        font.pixelSize: Units.benchIcon
        text: root.chosen ? Icons.check : ""
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.pressed()
    }
}
