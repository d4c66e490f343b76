// One tile: sign, words, state below; coloured where the generation has coloured signs.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string label
    required property string text
    required property string detail
    required property string glyph
    required property string colour
    required property string badge
    required property string source
    required property bool guessed
    required property bool acts
    required property bool locked
    required property bool warning
    required property bool focused
    required property bool leading // words stand at the left, under a coloured sign

    readonly property string below: root.source !== "" ? root.source : root.detail !== ""
                                                         ? root.detail : root.text

    signal acted

    Acting {
        id: frame

        objectName: root.name
        label: root.label
        acting: root.acts
        anchors.fill: parent
        anchors.margins: Units.gap / 2
        border.color: activeFocus ? Theme.text1 : selected ? Theme.accent : Theme.line
        border.width: activeFocus || selected ? Units.outline : Units.hairline
        color: pressed ? Theme.pressed : selected ? Theme.raised : Theme.surface
        radius: Units.radiusLarge
        ready: !root.locked
        selected: root.focused

        Accessible.description: root.below

        onActed: root.acted()

        Rectangle {
            id: fill

            anchors.left: parent.left
            anchors.leftMargin: root.leading ? Units.tileInset : (parent.width - width) / 2
            anchors.top: parent.top
            anchors.topMargin: root.leading ? Units.tileTop : Math.max(Units.gapSmall, (
                                                                           parent.height - height
                                                                           - words.height) / 2
                                                                       - Units.gapSmall)
            color: root.leading ? Theme.fill(root.locked ? "grey" : root.colour) : "transparent"
            height: root.leading ? Units.tileFill : Units.tileIcon
            radius: Units.radiusLarge
            width: height

            Glyph {
                anchors.centerIn: parent
                color: root.leading ? Theme.onFill : root.locked ? Theme.text3 : Theme.text1
                font.pixelSize: root.leading ? Units.tileFillIcon : Units.tileIcon
                text: root.glyph
            }
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: root.leading ? Units.tileInset : Units.gapSmall
            anchors.right: parent.right
            anchors.rightMargin: Units.gapSmall
            anchors.top: fill.bottom
            anchors.topMargin: root.leading ? Units.inset : Units.gap

            Label {
                color: root.locked ? Theme.text3 : Theme.text1
                font.pixelSize: root.leading ? Units.tileLeadText : Units.tileText
                horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: Units.lineTight
                maximumLineCount: 2
                text: root.label
                width: parent.width
                wrapMode: Text.WordWrap
            }

            Label {
                color: root.source !== "" ? (root.guessed ? Theme.warning : Theme.info) :
                                            root.locked ? Theme.text3 : root.warning
                                                          ? Theme.warning : Theme.text2
                font.pixelSize: Units.tileDetailText
                horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: Units.lineTight
                maximumLineCount: 2
                text: root.below
                visible: root.below !== ""
                width: parent.width
                wrapMode: Text.WordWrap
            }
        }

        Badge {
            anchors.margins: Units.gap
            anchors.right: parent.right
            anchors.top: parent.top
            text: root.badge
        }

        Glyph {
            anchors.margins: Units.gap
            anchors.right: parent.right
            anchors.top: parent.top
            color: Theme.text3
            font.pixelSize: Units.headerIcon
            text: Icons.lock
            visible: root.locked
        }
    }
}
