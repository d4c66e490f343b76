// The heading of a section of the panel; a touch folds and unfolds what stands under it.
import QtQuick
import Pcm

Item {
    id: root

    required property string title
    required property bool opened

    signal acted
    signal reached

    activeFocusOnTab: true

    Accessible.checkable: true
    Accessible.checked: root.opened
    Accessible.focusable: true
    Accessible.name: root.title
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.acted()
    Accessible.onToggleAction: root.acted()
    Keys.onEnterPressed: root.acted()
    Keys.onReturnPressed: root.acted()
    Keys.onSpacePressed: root.acted()
    onActiveFocusChanged: {
        if (activeFocus)
            root.reached();
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: -Units.benchGap
        anchors.right: parent.right
        anchors.rightMargin: -Units.benchGap
        color: tap.pressed ? Dusk.pressed : Dusk.raised
        height: Units.benchRow
        radius: Units.benchRadius
        visible: tap.pressed || hover.hovered
    }

    Label {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Units.benchGap
        anchors.left: parent.left
        anchors.right: sign.left
        anchors.rightMargin: Units.benchGap
        color: root.opened ? Dusk.text3 : Dusk.text2
        font.capitalization: Font.AllUppercase
        font.letterSpacing: Shell.headingSpacing
        font.pixelSize: Units.benchHeading
        font.weight: Fonts.medium
        text: root.title
    }

    Glyph {
        id: sign

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Units.benchGap
        anchors.right: parent.right
        color: Dusk.text3
        font.pixelSize: Units.benchText
        text: root.opened ? Icons.up : Icons.down
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

        onTapped: root.acted()
    }
}
