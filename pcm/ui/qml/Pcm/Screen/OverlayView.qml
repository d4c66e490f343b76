// The overlay that the screen asks for, if any.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string kind: root.screen.overlay.kind

    Loader {
        active: root.kind === "dialog"
        anchors.fill: parent

        sourceComponent: DialogOverlay {
            screen: root.screen
        }
    }

    Loader {
        active: root.kind === "progress"
        anchors.fill: parent

        sourceComponent: ProgressOverlay {
            screen: root.screen
        }
    }

    Loader {
        active: root.kind === "slider"
        anchors.fill: parent

        sourceComponent: SliderOverlay {
            screen: root.screen
        }
    }

    Loader {
        active: root.kind === "keypad"
        anchors.fill: parent

        sourceComponent: KeypadOverlay {
            screen: root.screen
        }
    }

    Loader {
        active: root.kind === "keyboard"
        anchors.fill: parent

        sourceComponent: KeyboardOverlay {
            screen: root.screen
        }
    }
}
