// One hard key: raised, or a touch area of a glass panel. An accent line marks the key that leads to what is shown.
import QtQuick
import Pcm

Item {
    id: root

    required property string name
    required property string caption
    required property string glyph
    required property bool lit
    property bool glass: false

    signal pressed

    objectName: root.name
    activeFocusOnTab: true
    implicitHeight: Shell.keyHeight
    implicitWidth: Shell.keyWidth

    Accessible.focusable: true
    Accessible.name: root.caption
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.pressed()
    Keys.onReturnPressed: root.pressed()
    Keys.onEnterPressed: root.pressed()
    Keys.onSpacePressed: root.pressed()

    Rectangle {
        anchors.fill: parent
        border.color: root.glass ? Dusk.line : Dusk.outline
        border.width: root.glass ? Shell.gleam : Shell.line
        radius: Shell.keyRadius

        gradient: Gradient {
            GradientStop {
                color: tap.pressed ? Dusk.keyPressed : root.glass ? Dusk.slot : Dusk.key1
                position: 0
            }
            GradientStop {
                color: tap.pressed ? Dusk.key1 : root.glass ? Dusk.slot : Dusk.key2
                position: 1
            }
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Shell.keyRadius
        anchors.right: parent.right
        anchors.rightMargin: Shell.keyRadius
        anchors.top: parent.top
        anchors.topMargin: Shell.line
        color: Dusk.metal1
        height: Shell.gleam
        visible: !root.glass
    }

    Column {
        anchors.centerIn: parent
        spacing: Shell.gleam
        width: parent.width

        Glyph {
            color: root.lit ? Dusk.text1 : Dusk.text2
            font.pixelSize: Shell.keyIcon
            text: root.glyph
            visible: root.glass
            width: parent.width
        }

        Label {
            color: Dusk.text1
            font.letterSpacing: Shell.keySpacing
            font.pixelSize: Shell.keyText
            font.weight: Fonts.medium
            horizontalAlignment: Text.AlignHCenter
            text: root.caption
            width: parent.width
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Shell.litGap
        anchors.horizontalCenter: parent.horizontalCenter
        color: Dusk.accent
        height: Shell.litHeight
        radius: height / 2
        visible: root.lit
        width: Shell.litWidth
    }

    FocusRing {
        radius: Shell.keyRadius + gap
        target: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.pressed()
    }
}
