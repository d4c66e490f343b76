// Tiles in two rows that fill the page; more of them scroll.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    required property QtObject rows
    property int focusIndex: root.visible && root.enabled ? root.screen.focusIndex : -1
    required property int columns
    property bool leading: false

    GridView {
        id: grid

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        cellHeight: height / 2
        cellWidth: Math.floor(width / root.columns)
        clip: true
        currentIndex: root.focusIndex
        highlightFollowsCurrentItem: false
        interactive: contentHeight > height
        keyNavigationEnabled: false
        model: root.rows

        Accessible.ignored: true

        onCurrentIndexChanged: positionViewAtIndex(currentIndex, GridView.Contain)

        delegate: Tile {
            height: grid.cellHeight
            leading: root.leading
            width: grid.cellWidth
            onActed: root.screen.tap(name)
        }
    }

    ScrollMark {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        flickable: grid
    }

    Connections {
        function onNameChanged() {
            grid.positionViewAtBeginning();
            grid.positionViewAtIndex(root.focusIndex, GridView.Contain);
        }

        function onPageScrolled(direction: int) {
            grid.contentY = Math.max(0, Math.min(grid.contentHeight - grid.height, grid.contentY
                                                 + direction * grid.height));
        }

        enabled: root.enabled && root.visible
        target: root.screen
    }
}
