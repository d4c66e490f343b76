// Cancel and OK side by side; either may be missing.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property OverlayModel overlay: root.screen.overlay
    readonly property bool both: root.overlay.ok !== "" && root.overlay.cancel !== ""
    readonly property real half: root.both ? (width - Units.gap) / 2 : width

    height: Units.buttonHeight

    Accessible.ignored: true

    PushButton {
        objectName: "overlay_cancel"
        label: root.overlay.cancel
        height: parent.height
        visible: root.overlay.cancel !== ""
        width: root.half
        onActed: root.screen.cancel()
    }

    PushButton {
        objectName: "overlay_ok"
        label: root.overlay.ok
        height: parent.height
        ready: root.overlay.okEnabled
        selected: root.overlay.okEnabled
        visible: root.overlay.ok !== ""
        width: root.half
        x: root.both ? root.half + Units.gap : 0
        onActed: root.screen.confirm()
    }
}
