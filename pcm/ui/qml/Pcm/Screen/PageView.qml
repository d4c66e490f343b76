// The page of the layout that the screen asks for.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string page: root.screen.page
    readonly property string behind: root.screen.behindPage // seen dimmed under the drawer

    Connections {
        function onNameChanged() {
            appear.restart();
        }

        target: root.screen
    }

    NumberAnimation {
        id: appear

        duration: Units.appear
        easing.type: Easing.OutQuad
        from: Units.appearFrom
        property: "opacity"
        target: root
        to: 1
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "list"
        shown: enabled || root.behind === "list"

        sourceComponent: ListPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "tiles"
        shown: enabled || root.behind === "tiles"

        sourceComponent: TilesPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "home"
        shown: enabled || root.behind === "home"

        sourceComponent: HomePage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "map"
        shown: enabled || root.behind === "map"

        sourceComponent: MapPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "player"
        shown: enabled || root.behind === "player"

        sourceComponent: PlayerPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "dialpad"
        shown: enabled || root.behind === "dialpad"

        sourceComponent: DialPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "drawer"

        sourceComponent: Drawer {
            screen: root.screen
        }
    }
}
