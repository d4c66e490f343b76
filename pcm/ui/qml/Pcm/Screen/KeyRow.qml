// One row of characters.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Row {
    id: root

    required property ScreenModel screen
    required property real keyWidth
    required property real keyHeight
    required property bool ready
    required property QtObject keys

    anchors.horizontalCenter: parent?.horizontalCenter
    spacing: Units.gapSmall

    Accessible.ignored: true

    Repeater {
        model: root.keys

        delegate: PushButton {
            required property string name
            required property string character

            objectName: name
            label: character
            height: root.keyHeight
            ready: root.ready
            width: root.keyWidth
            onActed: root.screen.enter(character)
        }
    }
}
