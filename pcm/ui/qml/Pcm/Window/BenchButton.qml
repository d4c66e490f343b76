// A small button of the panel: a sign, or a word.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    property string glyph: ""
    property string caption: ""
    property int gap: Units.benchGap

    signal pressed

    activeFocusOnTab: true
    implicitHeight: Shell.benchButton
    implicitWidth: caption === "" ? Shell.benchButton : label.implicitWidth + 2 * Units.benchMargin

    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Rectangle {
        anchors.fill: parent
        border.color: Dusk.edge
        border.width: root.caption === "" ? 0 : Shell.hairline
        color: tap.pressed ? Dusk.pressed : hover.hovered ? Dusk.raised : "transparent"
        radius: Units.benchRadius
    }

    Glyph {
        anchors.centerIn: parent
        color: Dusk.text2
        font.pixelSize: Units.benchIcon
        text: root.glyph
        visible: root.caption === ""
    }

    Label {
        id: label

        anchors.centerIn: parent
        color: Dusk.text1
        font.pixelSize: Units.benchText
        text: root.caption
        visible: root.caption !== ""
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
