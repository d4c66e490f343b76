// The page of the layout that the screen asks for.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string page: root.screen.page

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "list"

        sourceComponent: ListPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "tiles"

        sourceComponent: TilesPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "home"

        sourceComponent: HomePage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "map"

        sourceComponent: MapPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "player"

        sourceComponent: PlayerPage {
            screen: root.screen
        }
    }

    KeptLoader {
        ahead: root.screen.ahead
        anchors.fill: parent
        shown: root.page === "dialpad"

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
