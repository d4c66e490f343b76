// One row of a list: words left, value and sign right, second line below: detail, or the source on demand.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string label
    required property string text
    required property string detail
    required property string glyph
    required property string badge
    required property string source
    required property string control
    required property bool guessed
    required property bool checked
    required property bool acts
    required property bool locked
    required property bool warning
    required property bool focused
    required property bool inset
    property bool stacked: false // a narrow list: the value stands below
    readonly property bool lowered: root.detail === "" && (root.stacked || value.tight)
    readonly property string below: root.lowered ? root.text : root.detail

    signal acted

    height: Math.max(Units.rowHeight, words.height + Units.gap)

    Acting {
        id: frame

        objectName: root.name
        label: root.label
        acting: root.acts
        anchors.fill: parent
        anchors.bottomMargin: Units.gapTiny
        ready: !root.locked
        selected: root.focused

        Accessible.checkable: root.control === "toggle" || root.control === "radio"
        Accessible.checked: root.checked
        Accessible.description: [root.text, root.detail].filter(words => words !== "").join(", ")
        Accessible.role: root.control === "toggle" ? Accessible.CheckBox : root.control === "radio"
                                                     ? Accessible.RadioButton : root.acts
                                                       ? Accessible.Button : Accessible.StaticText

        onActed: root.acted()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Units.inset
        anchors.right: parent.right
        anchors.rightMargin: Units.inset
        color: Theme.line
        height: Units.hairline
    }

    Glyph {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Units.inset
        anchors.verticalCenter: frame.verticalCenter
        color: root.locked ? Theme.text3 : Theme.text2
        text: root.glyph
        visible: root.inset
        width: Units.icon
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.inset ? Units.inset + Units.icon + Units.gap : Units.inset
        anchors.right: value.left
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: frame.verticalCenter

        Label {
            id: label

            color: root.locked ? Theme.text3 : Theme.text1
            fontSizeMode: root.below === "" ? Text.FixedSize : Text.HorizontalFit
            lineHeight: Units.lineTight
            maximumLineCount: root.below === "" ? 2 : 1
            minimumPixelSize: Units.rowTextLeast
            text: root.label
            width: parent.width
            wrapMode: root.below === "" ? Text.WordWrap : Text.NoWrap
        }

        Label {
            color: root.warning && !root.locked ? Theme.warning : root.locked ? Theme.text3 :
                                                                                Theme.text2
            font.pixelSize: Units.detailText
            lineHeight: Units.lineTight
            maximumLineCount: 2
            text: root.below
            visible: root.below !== "" && root.source === ""
            width: parent.width
            wrapMode: Text.WordWrap
        }

        Label {
            color: root.guessed ? Theme.warning : Theme.info
            font.pixelSize: Units.detailText
            text: root.source
            visible: root.source !== ""
            width: parent.width
        }
    }

    Label {
        id: value

        readonly property int room: end.x - words.x - 2 * Units.gap
        readonly property bool tight: implicitWidth > Math.max(room * Units.valueShare, room
                                                               - label.implicitWidth)

        anchors.right: badge.left
        anchors.verticalCenter: frame.verticalCenter
        color: root.locked ? Theme.text3 : Theme.text2
        horizontalAlignment: Text.AlignRight
        text: root.text
        visible: !root.lowered && !root.stacked
        width: !visible ? 0 : Math.min(implicitWidth, Math.max(room * Units.valueShare, room
                                                               - label.implicitWidth))
    }

    Badge {
        id: badge

        anchors.right: end.left
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: frame.verticalCenter
        text: root.badge
    }

    Item {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: Units.inset
        anchors.verticalCenter: frame.verticalCenter
        height: Units.target
        width: root.locked || root.control === "open" ? Units.icon : root.control === "toggle"
                                                        ? Units.trackWidth : root.control
                                                          === "radio" ? Units.icon : 0

        Glyph {
            anchors.centerIn: parent
            color: Theme.text3
            text: root.locked ? Icons.lock : Icons.open
            visible: root.locked || root.control === "open"
        }

        Loader {
            active: root.control === "toggle" && !root.locked
            anchors.centerIn: parent

            sourceComponent: ToggleSign {
                on: root.checked
                ready: !root.locked
            }
        }

        Loader {
            active: root.control === "radio" && !root.locked
            anchors.centerIn: parent

            sourceComponent: RadioSign {
                on: root.checked
                ready: !root.locked
            }
        }
    }
}
