// The window: the head unit of the car at the left, the panel for the outside at the right.
import QtQuick
import Pcm
import Pcm.Model

Window {
    id: root

    required property ScreenModel screenModel
    required property WindowModel windowModel
    required property BenchModel benchModel
    required property CoachModel coachModel
    readonly property bool presenting: root.coachModel.presenting
    property bool benchShown: true

    function showBench(shown: bool): void {
    root.benchShown = shown;
    root.benchModel.closeChoice();
    stage.forceActiveFocus();
}

    color: Dusk.room
    height: Units.windowHeight
    minimumHeight: Shell.smallestHeight
    minimumWidth: Shell.smallestWidth
    title: root.windowModel.words.title
    visible: true
    width: Units.windowWidth

    Shortcut {
        sequence: Shell.hideSequence

        onActivated: root.showBench(!root.benchShown)
    }

    Shortcut {
        sequence: Shell.sourcesSequence

        onActivated: root.windowModel.toggleSources()
    }

    Shortcut {
        sequence: Shell.fullScreenSequence

        onActivated: root.visibility = root.visibility === Window.FullScreen ? Window.Windowed :
                                                                               Window.FullScreen

    }

    Shortcut {
        sequence: Shell.lessonsSequence

        onActivated: root.coachModel.openMenu(!root.coachModel.menu)
    }

    Shortcut {
        sequence: Shell.presenterSequence

        onActivated: root.coachModel.present(!root.presenting)
    }

    Shortcut {
        enabled: root.presenting
        sequence: Shell.resetSequence

        onActivated: root.coachModel.reset()
    }

    Shortcut {
        enabled: root.presenting && !root.coachModel.menu
        sequence: Shell.leaveSequence

        onActivated: root.coachModel.present(false)
    }

    onPresentingChanged: {
        root.showBench(!root.presenting);
        if (root.coachModel.fillsScreen)
            root.visibility = root.presenting ? Window.FullScreen : Window.Windowed;
    }

    Connections {
        function onPageScrolled(direction: int): void {
        root.screenModel.scrollPage(direction);
    }

        target: root.windowModel
    }

    Binding {
        property: "fit"
        target: Units
        value: device.fit
    }

    FocusScope {
        anchors.fill: parent
        focus: true

        Keys.onPressed: event => event.accepted = root.windowModel.press(event.key, event.modifiers,
                                                                         event.text)

        Item {
            id: stage

            readonly property real room: height - card.height

            objectName: "stage"
            enabled: !root.coachModel.menu
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: bench.visible ? bench.left : parent.right
            anchors.top: parent.top
            focus: true

            TapHandler {
                gesturePolicy: TapHandler.DragThreshold
                grabPermissions: PointerHandler.TakeOverForbidden

                onPressedChanged: {
                    if (pressed)
                        stage.forceActiveFocus();
                }
            }

            Device {
                id: device

                readonly property real fit: Math.min((stage.width - 2 * Shell.margin)
                                                     / implicitWidth, (stage.room - Shell.margin
                                                                       - Shell.captionHeight)
                                                     / implicitHeight)

                height: implicitHeight
                scale: fit
                screenModel: root.screenModel
                transformOrigin: Item.TopLeft
                width: implicitWidth
                windowModel: root.windowModel
                x: (stage.width - width * fit) / 2
                y: (stage.room - Shell.captionHeight + Shell.margin - height * fit) / 2
            }

            Label {
                objectName: "window_caption"
                anchors.bottom: parent.bottom
                anchors.bottomMargin: card.height
                anchors.left: device.left
                anchors.leftMargin: Shell.margin
                color: Dusk.text3
                font.pixelSize: Shell.captionText
                height: Shell.captionHeight
                text: root.windowModel.caption
                width: device.width * device.fit - 2 * Shell.margin

                Accessible.ignored: false
                Accessible.name: text
                Accessible.role: Accessible.StaticText
            }

            Rectangle {
                anchors.right: parent.right
                anchors.rightMargin: -radius
                anchors.verticalCenter: parent.verticalCenter
                border.color: Dusk.line
                border.width: Shell.hairline
                color: Dusk.bench
                height: Shell.handleHeight
                radius: Units.benchRadius
                visible: !root.benchShown
                width: Shell.handleWidth + radius

                BenchButton {
                    objectName: "bench_show"
                    anchors.fill: parent
                    anchors.rightMargin: parent.radius
                    glyph: Icons.back
                    name: root.windowModel.words.showBench

                    onPressed: root.showBench(true)
                }
            }
        }

        Bench {
            id: bench

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.top: parent.top
            benchModel: root.benchModel
            coachModel: root.coachModel
            enabled: !root.coachModel.menu
            visible: root.benchShown
            width: Units.benchWidth
            words: root.windowModel.words

            onHidden: root.showBench(false)
            onDone: stage.forceActiveFocus()
        }

        CoachLoader {
            anchors.fill: parent
            coachModel: root.coachModel
            file: "CoachMark.qml"
            shown: root.coachModel.open
        }

        CoachLoader {
            id: card

            anchors.bottom: stage.bottom
            anchors.left: stage.left
            anchors.right: stage.right
            coachModel: root.coachModel
            enabled: !root.coachModel.menu
            file: "CoachCard.qml"
            shown: root.coachModel.open
        }

        CoachLoader {
            anchors.fill: parent
            coachModel: root.coachModel
            file: "CoachMenu.qml"
            focus: shown
            shown: root.coachModel.menu

            onShownChanged: {
                if (!shown)
                    stage.forceActiveFocus();
            }
        }
    }
}
