// The main menus at the left of a wide display; the one shown has an edge in the accent.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    property bool captions: true
    readonly property real keyHeight: Math.max(Units.sideKeyHeight, Math.min(height / Math.max(1,
                                                                                               root.screen.barCount),
                                                                             Units.sideKeyMost))

    width: Units.sideBarWidth

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
        visible: root.captions
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.line
        visible: root.captions
        width: Units.hairline
    }

    ListView {
        id: keys

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        keyNavigationEnabled: false
        model: root.screen.bar

        Accessible.ignored: true

        delegate: SideKey {
            captioned: root.captions
            height: root.keyHeight
            width: keys.width
            onActed: root.screen.press(caption)
        }
    }
}
