// The right end of a switch's row, by its kind: a toggle, a value with a way to open, or an edit field.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm

Row {
    id: root

    required property string name
    required property string label
    required property string applyName
    required property string kind
    required property string value
    required property bool on
    required property bool active
    required property real room // what the label leaves
    readonly property bool long: kind === "info" && shown.implicitWidth > room

    signal entered(text: string)
    signal done
    signal reached

    height: Units.benchRow
    layoutDirection: Qt.RightToLeft
    spacing: Units.benchGap

    Glyph {
        id: sign

        color: Dusk.text3
        font.pixelSize: Units.benchText
        height: Units.benchRow
        text: root.active ? Icons.open : Icons.lock
        visible: root.kind === "choice" || root.kind === "button" || !root.active
    }

    BenchSwitch {
        id: toggle

        anchors.verticalCenter: parent.verticalCenter
        on: root.on
        opacity: root.active ? 1 : Shell.disabled
        visible: root.kind === "toggle"
    }

    Loader {
        active: root.kind === "text" && root.active
        anchors.verticalCenter: parent.verticalCenter

        sourceComponent: BenchField {
            applyName: root.applyName
            caption: root.label
            name: root.name
            value: root.value

            onApplied: text => root.entered(text)
            onDone: root.done()
            onReached: root.reached()
        }
    }

    Label {
        id: shown

        readonly property real taken: (sign.visible ? sign.width + root.spacing : 0) + (
                                          toggle.visible ? toggle.width + root.spacing : 0)

        color: root.active ? Dusk.text2 : Dusk.text3
        font.pixelSize: Units.benchText
        height: Units.benchRow
        horizontalAlignment: Text.AlignRight
        text: root.value
        visible: (root.kind !== "text" || !root.active) && root.value !== "" && !root.long
        width: Math.min(implicitWidth, root.room - taken)
    }
}
