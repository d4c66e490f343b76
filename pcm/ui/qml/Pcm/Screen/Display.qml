// The display at its native size: draws the Screen that the model holds, reports touches to it.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property ScreenModel model
    readonly property bool barred: root.model.wide

    // Scrolls the page by one view; direction is -1 or 1.
    function scrollPage(direction: int): void {
    root.model.scrollPage(direction);
}

    objectName: "pcm_display"
    clip: true
    height: Units.displayHeight
    width: Units.displayWidth

    gradient: Gradient {
        GradientStop {
            color: Theme.background1
            position: 0
        }

        GradientStop {
            color: Theme.background2
            position: 1
        }
    }

    Accessible.name: root.model.title
    Accessible.role: Accessible.Pane

    Binding {
        property: "night"
        target: Theme
        value: root.model.night
    }

    Binding {
        property: "wide"
        target: Units
        value: root.model.wide
    }

    Loader {
        id: bar

        active: root.model.wide
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: root.model.coloured ? header.bottom : parent.top
        width: root.model.wide ? Units.sideBarWidth : 0

        sourceComponent: SideBar {
            captions: !root.model.coloured
            screen: root.model
        }
    }

    Loader {
        id: header

        anchors.left: root.model.coloured ? parent.left : bar.right
        anchors.right: parent.right
        anchors.top: parent.top
        sourceComponent: !root.model.wide ? compact : root.model.coloured ? coloured : broad
    }

    Component {
        id: compact

        HeaderCompact {
            screen: root.model
        }
    }

    Component {
        id: broad

        HeaderWide {
            screen: root.model
        }
    }

    Component {
        id: coloured

        HeaderColoured {
            screen: root.model
        }
    }

    PageView {
        id: page

        anchors.bottom: parent.bottom
        anchors.left: bar.right
        anchors.right: panel.left
        anchors.top: header.bottom
        enabled: root.model.overlay.kind === ""
        screen: root.model
        visible: !root.model.overlay.whole
    }

    Loader {
        id: panel

        active: root.model.wide && root.model.hasPanel && (root.model.page === "list"
                                                           || root.model.page === "home")
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Units.gap
        anchors.right: parent.right
        anchors.rightMargin: active ? Units.gap : 0
        anchors.top: header.bottom
        anchors.topMargin: Units.gap
        visible: !root.model.overlay.whole
        width: !active ? 0 : root.model.page === "list" ? Units.panelWidth : Units.panelNarrow

        sourceComponent: SidePanel {
            screen: root.model
        }
    }

    OverlayView {
        anchors.bottom: parent.bottom
        anchors.left: bar.right
        anchors.right: parent.right
        anchors.top: header.bottom
        screen: root.model
    }

    Toast {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.model.toast
        // what lies over the page has its buttons at the foot: then the message stands over the header
        y: root.model.overlay.kind !== "" ? Units.gapSmall : root.height - height - Units.margin
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.dark
        visible: root.model.off

        Accessible.ignored: true

        MouseArea {
            anchors.fill: parent
            enabled: root.model.off

            Accessible.ignored: true
        }
    }
}
