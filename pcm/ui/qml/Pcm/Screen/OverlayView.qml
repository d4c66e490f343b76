// The overlay that the screen asks for, if any.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string kind: root.screen.overlay.kind

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.kind === "dialog"

        sourceComponent: DialogOverlay {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.kind === "progress"

        sourceComponent: ProgressOverlay {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.kind === "slider"

        sourceComponent: SliderOverlay {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.kind === "keypad"

        sourceComponent: KeypadOverlay {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.kind === "keyboard"

        sourceComponent: KeyboardOverlay {
            screen: root.screen
        }
    }
}
