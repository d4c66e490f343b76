// A button with words or a sign, as in dialogs and entries.
import QtQuick
import Pcm

Acting {
    id: root

    property string sign: ""
    property int signSize: Units.icon
    property int textSize: Units.rowText
    property int textWeight: Fonts.regular

    border.color: root.activeFocus ? Theme.text1 : root.selected ? Theme.accent : Theme.line
    border.width: root.activeFocus || root.selected ? Units.outline : Units.hairline
    color: root.pressed ? Theme.pressed : root.ready ? Theme.key : "transparent"
    implicitHeight: Units.buttonHeight
    implicitWidth: Math.max(Units.target, words.implicitWidth + 2 * Units.margin)

    Label {
        id: words

        anchors.fill: parent
        anchors.leftMargin: Units.gapSmall
        anchors.rightMargin: Units.gapSmall
        color: root.ready ? Theme.text1 : Theme.text3
        font.pixelSize: root.textSize
        font.weight: root.textWeight
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Units.smallText
        text: root.label
        visible: root.sign === ""
    }

    Glyph {
        anchors.centerIn: parent
        color: root.ready ? Theme.text1 : Theme.text3
        font.pixelSize: root.signSize
        text: root.sign
        visible: root.sign !== ""
    }
}
