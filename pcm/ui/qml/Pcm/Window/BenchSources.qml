// The switch that shows where each row of the display comes from; the same as its key sequence.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property bool on

    signal pressed

    objectName: "bench_sources"
    activeFocusOnTab: true
    implicitHeight: Shell.benchButton

    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.CheckBox

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

        color: root.on ? Dusk.text1 : Dusk.text2
        font.pixelSize: Units.benchIcon
        height: parent.height
        text: Icons.source
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
        text: root.name
    }

    BenchSwitch {
        id: track

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        on: root.on
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
