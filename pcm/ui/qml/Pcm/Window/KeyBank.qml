// A column or row of hard keys, in the order of the model.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Grid {
    id: root

    required property WindowModel windowModel
    required property QtObject keys
    property bool upright: false
    property bool glass: false

    columns: upright ? 1 : Math.max(1, repeater.count)
    spacing: Shell.keyGap

    Repeater {
        id: repeater

        model: root.keys

        HardKey {
            glass: root.glass

            onPressed: root.windowModel.pressKey(caption)
        }
    }
}
