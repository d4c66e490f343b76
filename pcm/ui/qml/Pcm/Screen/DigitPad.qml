// Ten digits and the key that erases; with star and hash for dialling.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    property bool dial: false
    property bool ready: true
    readonly property var digits: root.dial ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0",
                                               "#"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "",
                                                       "0"]
    readonly property real keyWidth: (width - 2 * Units.gapSmall) / 3
    readonly property real keyHeight: (height - 3 * Units.gapSmall) / 4

    Accessible.ignored: true

    Repeater {
        model: root.digits

        delegate: PushButton {
            required property int index
            required property string modelData

            objectName: "digit_" + modelData
            label: modelData
            height: root.keyHeight
            ready: root.ready
            textSize: Units.digitText
            textWeight: Fonts.light
            visible: modelData !== ""
            width: root.keyWidth
            x: index % 3 * (root.keyWidth + Units.gapSmall)
            y: Math.floor(index / 3) * (root.keyHeight + Units.gapSmall)
            onActed: root.screen.enter(modelData)
        }
    }

    PushButton {
        objectName: "key_erase"
        label: root.screen.eraseWord
        height: root.keyHeight
        ready: root.ready
        sign: Icons.erase
        signSize: Units.digitText
        visible: !root.dial
        width: root.keyWidth
        x: 2 * (root.keyWidth + Units.gapSmall)
        y: 3 * (root.keyHeight + Units.gapSmall)
        onActed: root.screen.erase()
    }
}
