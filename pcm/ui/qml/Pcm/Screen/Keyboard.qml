// The on-screen keyboard: digits, three rows of characters, and the row with the space bar.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    required property bool ready
    readonly property KeyboardModel keyboard: root.screen.keyboard
    readonly property real keyWidth: (width - 9 * Units.gapSmall) / 10
    readonly property real keyHeight: (height - 4 * Units.gapSmall) / 5
    readonly property real wideKey: 1.5 * keyWidth

    Accessible.ignored: true

    Column {
        anchors.fill: parent
        spacing: Units.gapSmall

        KeyRow {
            keyHeight: root.keyHeight
            keyWidth: root.keyWidth
            keys: root.keyboard.row0
            ready: root.ready
            screen: root.screen
        }

        KeyRow {
            keyHeight: root.keyHeight
            keyWidth: root.keyWidth
            keys: root.keyboard.row1
            ready: root.ready
            screen: root.screen
        }

        KeyRow {
            keyHeight: root.keyHeight
            keyWidth: root.keyWidth
            keys: root.keyboard.row2
            ready: root.ready
            screen: root.screen
        }

        Item {
            height: root.keyHeight
            width: root.width

            PushButton {
                objectName: "kb_shift"
                label: root.screen.shiftWord
                height: parent.height
                ready: root.ready
                selected: root.keyboard.shift
                sign: root.keyboard.shift ? Icons.shiftOn : Icons.shift
                visible: !root.keyboard.symbols
                width: root.keyWidth
                onActed: root.keyboard.toggleShift()

                Accessible.checked: root.keyboard.shift
            }

            KeyRow {
                keyHeight: root.keyHeight
                keyWidth: root.keyWidth
                keys: root.keyboard.row3
                ready: root.ready
                screen: root.screen
            }

            PushButton {
                objectName: "key_erase"
                label: root.screen.eraseWord
                anchors.right: parent.right
                height: parent.height
                ready: root.ready
                sign: Icons.erase
                width: root.keyWidth
                onActed: root.screen.erase()
            }
        }

        Item {
            height: root.keyHeight
            width: root.width

            PushButton {
                id: pages

                objectName: "kb_symbols"
                label: root.keyboard.symbols ? root.screen.lettersWord : root.screen.symbolsWord
                height: parent.height
                ready: root.ready
                textSize: Units.detailText
                width: root.wideKey
                onActed: root.keyboard.toggleSymbols()
            }

            PushButton {
                objectName: "kb_space"
                label: root.screen.spaceWord
                anchors.left: pages.right
                anchors.leftMargin: Units.gapSmall
                anchors.right: always.left
                anchors.rightMargin: Units.gapSmall
                height: parent.height
                ready: root.ready
                textSize: Units.detailText
                onActed: root.screen.enter(" ")
            }

            KeyRow {
                id: always

                anchors.horizontalCenter: undefined
                anchors.right: parent.right
                keyHeight: root.keyHeight
                keyWidth: root.keyWidth
                keys: root.keyboard.always
                ready: root.ready
                screen: root.screen
            }
        }
    }
}
