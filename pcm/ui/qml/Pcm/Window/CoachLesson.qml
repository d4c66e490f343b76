// One lesson of the menu: its title, and what it is for or why it is not for this car.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string title
    required property string goal
    required property string reason
    required property bool ready
    property bool current: false
    property bool focused: false

    signal pressed

    objectName: "lesson_" + root.name
    implicitHeight: Shell.menuRow

    Accessible.description: root.ready ? root.goal : root.reason
    Accessible.focusable: true
    Accessible.name: root.title
    Accessible.role: Accessible.ListItem
    Accessible.selectable: root.ready
    Accessible.selected: root.current

    Accessible.onPressAction: root.pressed()

    Rectangle {
        anchors.fill: parent
        border.color: root.focused ? Dusk.text1 : Dusk.edge
        border.width: root.current ? Shell.benchRing : 0
        color: tap.pressed ? Dusk.pressed : root.current || hover.hovered ? Dusk.raised :
                                                                            "transparent"

        radius: Units.benchRadius
    }

    Label {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Units.benchMargin
        anchors.right: parent.right
        anchors.rightMargin: Units.benchMargin
        anchors.top: parent.top
        anchors.topMargin: Units.benchGap
        color: root.ready ? Dusk.text1 : Dusk.text3
        font.pixelSize: Units.benchText
        font.weight: root.ready ? Fonts.medium : Fonts.regular
        text: root.title
    }

    Label {
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
        anchors.topMargin: Shell.benchEdge
        color: root.ready ? Dusk.text2 : Dusk.text3
        font.pixelSize: Units.benchSmall
        text: root.ready ? root.goal : root.reason
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
