// Top of the panel: its title, or the title of the open list with a way back.
import QtQuick
import Pcm

Item {
    id: root

    required property string title
    required property string glyph
    required property string buttonName
    required property string buttonId
    property bool leading: false

    signal pressed

    implicitHeight: Shell.benchHeader

    Label {
        anchors.left: root.leading ? button.right : parent.left
        anchors.leftMargin: root.leading ? Units.benchGap : Units.benchMargin
        anchors.right: root.leading ? parent.right : button.left
        anchors.rightMargin: Units.benchGap
        anchors.verticalCenter: parent.verticalCenter
        color: Dusk.text1
        font.pixelSize: Units.benchTitle
        font.weight: Fonts.light
        text: root.title

        Accessible.ignored: false
        Accessible.name: root.title
        Accessible.role: Accessible.Heading
    }

    BenchButton {
        id: button

        objectName: root.buttonId
        anchors.verticalCenter: parent.verticalCenter
        glyph: root.glyph
        name: root.buttonName
        x: root.leading ? Units.benchMargin - Units.benchGap : parent.width - width
                          - Units.benchMargin + Units.benchGap

        onPressed: root.pressed()
    }
}
