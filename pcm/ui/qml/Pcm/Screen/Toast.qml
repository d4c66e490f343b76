// A short message at the foot of the display; the head unit takes it away again.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property string text

    objectName: "toast"
    border.color: Theme.edge
    border.width: Units.hairline
    color: Theme.raised
    height: Math.max(Units.target, words.implicitHeight + Units.gap)
    radius: Units.radius
    visible: root.text !== ""
    width: Math.min(words.implicitWidth + 2 * Units.margin, Units.toastMost)

    Accessible.ignored: !visible
    Accessible.name: root.text
    Accessible.role: Accessible.AlertMessage

    Label {
        id: words

        anchors.centerIn: parent
        font.pixelSize: Units.dialogText
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 3
        text: root.text
        width: Math.min(implicitWidth, Units.toastMost - 2 * Units.margin)
        wrapMode: Text.WordWrap
    }
}
