// One word of the status line; takes no room when it is empty.
import QtQuick
import Pcm

Label {
    color: Theme.text2
    font.pixelSize: Units.headerText
    visible: text !== ""

    Accessible.ignored: text === ""
    Accessible.name: text
    Accessible.role: Accessible.StaticText
}
