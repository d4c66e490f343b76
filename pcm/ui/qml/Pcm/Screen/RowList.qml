// A list of rows that scrolls, keeps the knob's row in view and shows where you are.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    required property QtObject rows
    property bool stacked: false
    property int focusIndex: root.visible && root.enabled ? root.screen.focusIndex : -1

    ListView {
        id: list

        anchors.fill: parent
        anchors.rightMargin: Units.gap
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Units.listAhead
        clip: true
        currentIndex: root.focusIndex
        highlightFollowsCurrentItem: false
        keyNavigationEnabled: false
        model: root.rows

        Accessible.ignored: true

        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)

        delegate: RowItem {
            stacked: root.stacked
            width: list.width
            onActed: root.screen.tap(name)
        }
    }

    ScrollMark {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        flickable: list
    }

    Label {
        anchors.centerIn: parent
        color: Theme.text2
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 3
        text: root.screen.empty
        visible: text !== "" && root.enabled
        width: parent.width - 2 * Units.margin
        wrapMode: Text.WordWrap

        Accessible.ignored: !visible
        Accessible.name: text
        Accessible.role: Accessible.StaticText
    }

    Connections {
        function onNameChanged() {
            list.positionViewAtBeginning();
            list.positionViewAtIndex(root.focusIndex, ListView.Contain);
        }

        function onPageScrolled(direction: int) {
            list.contentY = Math.max(0, Math.min(list.contentHeight - list.height, list.contentY
                                                 + direction * list.height));
        }

        enabled: root.enabled && root.visible
        target: root.screen
    }
}
