// One sign of the status line; takes no room when it is not shown.
import QtQuick
import Pcm

Glyph {
    property bool shown: text !== ""

    color: Theme.text2
    font.pixelSize: Units.headerIcon
    visible: shown
}
