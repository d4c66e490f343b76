// Under the field of an entry: why nothing can be typed, else why the last try failed, else where to find it.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property OverlayModel overlay
    readonly property bool refused: root.overlay.locked !== "" || root.overlay.problem !== ""
    readonly property string words: root.overlay.locked !== "" ? root.overlay.locked :
                                                                 root.overlay.problem !== ""
                                                                 ? root.overlay.problem :
                                                                   root.overlay.hint

    implicitHeight: note.implicitHeight
    visible: root.words !== ""

    Glyph {
        id: sign

        anchors.left: parent.left
        anchors.top: parent.top
        color: root.refused ? Theme.warning : Theme.text2
        font.pixelSize: Units.headerIcon
        height: note.contentHeight / Math.max(1, note.lineCount)
        text: root.overlay.locked !== "" ? Icons.lock : root.refused ? Icons.warning : Icons.info
    }

    Label {
        id: note

        anchors.left: sign.right
        anchors.leftMargin: Units.gap
        anchors.right: parent.right
        anchors.top: parent.top
        color: root.refused ? Theme.warning : Theme.text2
        font.pixelSize: Units.detailText
        lineHeight: Units.lineSpread
        maximumLineCount: 4
        text: root.words
        wrapMode: Text.WordWrap

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }
}
