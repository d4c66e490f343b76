// A switch of the simulator itself in the foot of the panel: sources of the rows, recording of a flow.
import QtQuick
import Pcm

Item {
    id: root

    required property string buttonId
    required property string name
    required property string glyph
    required property bool on
    property bool opens: false // something else, and stays as it is
    property color tone: root.on ? Dusk.text1 : Dusk.text2 // of the sign
    property string told // instead of the name, to be read

    signal pressed

    objectName: root.buttonId
    activeFocusOnTab: true
    implicitHeight: Shell.benchButton

    Accessible.checkable: !root.opens
    Accessible.checked: root.on
    Accessible.description: root.told
    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: root.opens ? Accessible.Button : Accessible.CheckBox

    Accessible.onPressAction: root.pressed()
    Accessible.onToggleAction: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Units.benchGap
        anchors.rightMargin: -Units.benchGap
        color: tap.pressed ? Dusk.pressed : Dusk.raised
        radius: Units.benchRadius
        visible: tap.pressed || hover.hovered
    }

    Glyph {
        id: sign

        color: root.tone
        font.pixelSize: Units.benchIcon
        height: parent.height
        text: root.glyph
        width: Units.benchIcon
    }

    Label {
        anchors.left: sign.right
        anchors.leftMargin: Shell.benchIndent
        anchors.right: track.left
        anchors.rightMargin: Units.benchGap
        color: root.on ? Dusk.text1 : Dusk.text2
        font.pixelSize: Units.benchSmall
        height: parent.height
        text: root.told === "" ? root.name : root.told
    }

    BenchSwitch {
        id: track

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        on: root.on
        opacity: root.opens ? 0 : 1
    }

    Glyph {
        anchors.right: parent.right
        color: Dusk.text2
        font.pixelSize: Units.benchIcon
        height: parent.height
        text: Icons.open
        visible: root.opens
    }

    FocusRing {
        border.width: Shell.benchRing
        gap: 0
        radius: Units.benchRadius
        target: root
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
