// The page of the layout that the screen asks for.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string page: root.screen.page
    readonly property string behind: root.screen.behindPage // seen dimmed under the drawer

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "list"
        shown: root.page === "list" || root.behind === "list"

        sourceComponent: ListPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "tiles"
        shown: root.page === "tiles" || root.behind === "tiles"

        sourceComponent: TilesPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "home"
        shown: root.page === "home" || root.behind === "home"

        sourceComponent: HomePage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "map"
        shown: root.page === "map" || root.behind === "map"

        sourceComponent: MapPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "player"
        shown: root.page === "player" || root.behind === "player"

        sourceComponent: PlayerPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        enabled: root.page === "dialpad"
        shown: root.page === "dialpad" || root.behind === "dialpad"

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

    PageVeil {
        anchors.fill: parent
        screen: root.screen
    }
}
