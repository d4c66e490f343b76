// One sign of the icon font; decoration, never the only signal.
import QtQuick

Text {
    color: Theme.text1
    font.family: Fonts.icons
    font.pixelSize: Units.icon
    horizontalAlignment: Text.AlignHCenter
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter

    Accessible.ignored: true
}
