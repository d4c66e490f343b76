// Builds its item when it is first shown, or ahead of that when there is time, and keeps it from then on.
import QtQuick

Loader {
    id: root

    required property bool shown
    required property bool ahead

    active: false
    asynchronous: root.ahead && !root.shown
    visible: root.shown

    Component.onCompleted: root.active = root.shown

    onAheadChanged: root.active = true
    onShownChanged: root.active = true
}
