// One box a digit; the next one has the accent.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Row {
    id: root

    required property OverlayModel overlay
    readonly property real boxWidth: Math.floor(Math.min(Units.boxMost, (width - (
                                                                             root.overlay.boxes
                                                                             - 1) * spacing)
                                                         / Math.max(1, root.overlay.boxes)))

    objectName: "entry_field"
    height: Units.fieldHeight
    spacing: Units.boxGap

    Accessible.name: root.overlay.text
    Accessible.role: Accessible.EditableText

    Repeater {
        model: root.overlay.boxRows

        delegate: Rectangle {
            id: box

            required property string text
            required property bool active

            border.color: box.active ? Theme.accent : Theme.edge
            border.width: box.active ? Units.outline : Units.hairline
            color: Theme.surface
            height: root.height
            radius: Units.radius
            width: root.boxWidth

            Label {
                anchors.centerIn: parent
                font.pixelSize: Units.boxText
                font.weight: Fonts.medium
                text: box.text
            }
        }
    }
}
