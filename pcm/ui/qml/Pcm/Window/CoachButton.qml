// A button of a lesson's card: plain, or the one that leads on.
import QtQuick
import Pcm

Item {
    id: root

    required property string caption
    property string told: ""
    property bool leading: false
    property bool chosen: false
    property bool ready: true
    property real size: Units.benchText
    property int role: Accessible.Button

    signal pressed

    function press(): void {
    if (root.ready)
    root.pressed();
}

    activeFocusOnTab: root.ready
    implicitHeight: Math.round(Shell.benchButton * root.size / Units.benchText)
    implicitWidth: Math.ceil(label.implicitWidth) + 2 * Units.benchMargin * root.size
                   / Units.benchText

    Accessible.checkable: root.role === Accessible.RadioButton
    Accessible.checked: root.chosen
    Accessible.description: root.told
    Accessible.focusable: root.ready
    Accessible.name: root.caption
    Accessible.role: root.role

    Accessible.onPressAction: root.press()
    Keys.onEnterPressed: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onSpacePressed: root.press()

    Rectangle {
        anchors.fill: parent
        border.color: root.leading ? Dusk.accent : Dusk.edge
        border.width: Shell.hairline
        color: tap.pressed ? Dusk.pressed : root.leading ? Dusk.accent : root.chosen
                                                           ? Dusk.trackOff : hover.hovered
                                                             ? Dusk.raised : "transparent"
        radius: Units.benchRadius
    }

    Label {
        id: label

        anchors.fill: parent
        anchors.leftMargin: Units.benchGap
        anchors.rightMargin: Units.benchGap
        color: !root.ready ? Dusk.text3 : root.leading ? Dusk.onFill : Dusk.text1
        font.pixelSize: root.size
        font.weight: root.leading ? Fonts.medium : Fonts.regular
        horizontalAlignment: Text.AlignHCenter
        text: root.caption
    }

    FocusRing {
        border.width: Shell.benchRing
        gap: Shell.benchRing
        radius: Units.benchRadius + gap
        target: root
    }

    HoverHandler {
        id: hover

        enabled: root.ready
    }

    TapHandler {
        id: tap

        enabled: root.ready
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.press()
    }
}
