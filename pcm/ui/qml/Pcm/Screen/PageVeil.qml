// A new page comes out of the background. A fading plate over it costs less than fading all that is on it.
import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property ScreenModel screen

    color: Theme.background1
    opacity: 0
    visible: opacity > 0

    Accessible.ignored: true

    NumberAnimation {
        id: appear

        duration: Units.appear
        easing.type: Easing.OutQuad
        from: Units.appearFrom
        property: "opacity"
        target: root
        to: 0
    }

    Connections {
        function onNameChanged() {
            appear.restart();
        }

        target: root.screen
    }
}
