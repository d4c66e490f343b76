// The way back, left in the header.
import QtQuick
import Pcm

Acting {
    id: root

    objectName: "header_back"
    height: Units.target
    width: Units.target

    Glyph {
        anchors.centerIn: parent
        text: Icons.back
    }
}
