// The line that an entry without boxes is typed into; the newest character is always seen.
import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property OverlayModel overlay

    objectName: "entry_field"
    border.color: root.overlay.locked !== "" ? Theme.edge : Theme.accent
    border.width: Units.outline
    color: Theme.surface
    height: Units.fieldHeight
    radius: Units.radius

    Accessible.name: root.overlay.text
    Accessible.role: Accessible.EditableText

    Label {
        anchors.fill: parent
        anchors.leftMargin: Units.gap
        anchors.rightMargin: Units.gap
        elide: Text.ElideLeft
        text: root.overlay.field
    }
}
