// The page of the layout that the screen asks for.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    readonly property string page: root.screen.page

    Loader {
        id: list

        active: root.page === "list"
        anchors.fill: parent

        sourceComponent: ListPage {
            screen: root.screen
        }
    }

    Loader {
        id: tiles

        active: root.page === "tiles" || root.page === "home"
        anchors.fill: parent

        sourceComponent: TilesPage {
            home: root.page === "home"
            screen: root.screen
        }
    }

    Loader {
        id: map

        active: root.page === "map"
        anchors.fill: parent

        sourceComponent: MapPage {
            screen: root.screen
        }
    }

    Loader {
        id: player

        active: root.page === "player"
        anchors.fill: parent

        sourceComponent: PlayerPage {
            screen: root.screen
        }
    }

    Loader {
        id: dial

        active: root.page === "dialpad"
        anchors.fill: parent

        sourceComponent: DialPage {
            screen: root.screen
        }
    }

    Loader {
        id: drawer

        active: root.page === "drawer"
        anchors.fill: parent

        sourceComponent: Drawer {
            screen: root.screen
        }
    }
}
