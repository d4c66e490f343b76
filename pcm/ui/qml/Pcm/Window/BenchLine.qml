// One switch of the panel, the first of a section with its heading: sign, label, and at the right a toggle, a value, an edit field or a way to the options.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string heading
    required property int section
    required property bool opened
    required property string label
    required property string glyph
    required property string kind
    required property string value
    required property bool on
    required property bool active
    required property string reason
    required property string note
    property string applyName: ""
    readonly property bool acts: active && (kind === "toggle" || kind === "choice" || kind
                                            === "button")

    readonly property string below: right.long ? value : active ? "" : note

    signal acted
    signal folded
    signal entered(text: string)
    signal done
    signal reached

    implicitHeight: section.height + (root.opened ? line.height : 0)
    visible: root.opened || root.heading !== ""

    BenchHeading {
        id: section

        objectName: "bench_section_" + root.section
        height: root.heading === "" ? 0 : Shell.benchSection
        opened: root.opened
        title: root.heading
        visible: root.heading !== ""
        width: parent.width

        onActed: root.folded()
        onReached: root.reached()
    }

    Item {
        id: line

        objectName: root.kind === "text" ? root.name + "_row" : root.name
        activeFocusOnTab: root.acts
        height: Units.benchRow + (root.below !== "" ? second.height : 0)
        visible: root.opened
        width: parent.width
        y: section.height

        Accessible.checkable: root.kind === "toggle"
        Accessible.checked: root.on
        Accessible.description: root.reason === "" ? root.value : root.reason
        Accessible.focusable: root.acts
        Accessible.ignored: root.kind === "text" && root.active
        Accessible.name: root.label
        Accessible.role: root.kind === "toggle" ? Accessible.CheckBox : root.kind === "choice"
                                                  ? Accessible.ComboBox : root.kind === "button"
                                                    ? Accessible.Button : Accessible.StaticText

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
            anchors.fill: parent
            anchors.leftMargin: -Units.benchGap
            anchors.rightMargin: -Units.benchGap
            color: tap.pressed ? Dusk.pressed : Dusk.raised
            radius: Units.benchRadius
            visible: root.acts && (tap.pressed || hover.hovered)
        }

        Glyph {
            id: sign

            color: root.active ? Dusk.text2 : Dusk.text3
            font.pixelSize: Units.benchIcon
            height: Units.benchRow
            text: root.glyph
            width: Units.benchIcon
        }

        Label {
            id: caption

            anchors.left: sign.right
            anchors.leftMargin: Shell.benchIndent
            color: root.active ? Dusk.text1 : Dusk.text3
            font.pixelSize: Units.benchText
            height: Units.benchRow
            text: root.label
            width: Math.min(implicitWidth, line.width - x - Math.min(right.implicitWidth, line.width
                                                                     / 2) - Units.benchGap)
        }

        BenchValue {
            id: right

            active: root.active
            applyName: root.applyName
            anchors.right: parent.right
            kind: root.kind
            label: root.label
            name: root.name
            on: root.on
            room: line.width - caption.x - Math.min(caption.implicitWidth, line.width / 2)
                  - Units.benchGap
            value: root.value

            onDone: root.done()
            onEntered: text => root.entered(text)
            onReached: root.reached()
        }

        Label {
            id: second

            anchors.left: caption.left
            anchors.right: parent.right
            color: right.long ? Dusk.text2 : Dusk.text3
            font.pixelSize: Units.benchSmall
            maximumLineCount: Shell.benchReasonLines
            text: root.below
            visible: root.below !== ""
            wrapMode: Text.WordWrap
            y: Units.benchRow - Units.benchGap
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Dusk.line
            height: Shell.hairline
            width: parent.width
        }

        FocusRing {
            border.width: Shell.benchRing
            gap: Units.benchGap
            anchors.bottomMargin: 0
            anchors.topMargin: 0
            radius: Units.benchRadius
            target: line
        }

        HoverHandler {
            id: hover

            enabled: root.acts
        }

        TapHandler {
            id: tap

            enabled: root.acts
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: root.acted()
        }
    }
}
