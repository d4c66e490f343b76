// Anything that acts on touch: press feedback, keyboard focus ring, and its spoken name.
import QtQuick

Rectangle {
    id: root

    required property string label
    property bool acting: true // takes touches
    property bool ready: true // else drawn as switched off
    property bool selected: false // the knob stands on it
    readonly property bool pressed: handler.pressed && root.ready

    signal acted

    activeFocusOnTab: root.acting
    border.color: root.activeFocus ? Theme.text1 : root.selected ? Theme.accent : "transparent"
    border.width: Units.outline
    color: root.pressed ? Theme.pressed : root.selected ? Theme.raised : "transparent"
    radius: Units.radius

    Accessible.focusable: root.acting
    Accessible.name: root.label
    Accessible.role: Accessible.Button
    Accessible.onPressAction: root.acted()

    Keys.onEnterPressed: root.acted()
    Keys.onReturnPressed: root.acted()
    Keys.onSpacePressed: root.acted()

    TapHandler {
        id: handler

        enabled: root.acting
        onTapped: root.acted()
    }
}
