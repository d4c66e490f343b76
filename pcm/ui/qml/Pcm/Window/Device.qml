// The head unit as one thing in its own pixels: the display in the surroundings of its generation.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model
import Pcm.Screen

Item {
    id: root

    required property ScreenModel screenModel
    required property WindowModel windowModel
    readonly property bool slim: windowModel.knobs === 0

    implicitHeight: !Shell.wide ? Shell.compactHeight : slim ? Shell.slimHeight : Shell.wideHeight
                                                               + Shell.consoleGap
                                                               + Shell.consoleHeight
    implicitWidth: !Shell.wide ? Shell.compactWidth : slim ? Shell.slimWidth : Shell.wideWidth

    Loader {
        active: !Shell.wide
        anchors.fill: parent

        sourceComponent: CompactBody {
            hole: display
            windowModel: root.windowModel
        }
    }

    Loader {
        active: Shell.wide
        anchors.fill: parent

        sourceComponent: WideBody {
            hole: display
            slim: root.slim
            windowModel: root.windowModel
        }
    }

    Display {
        id: display

        anchors.horizontalCenter: parent.horizontalCenter
        model: root.screenModel
        y: !Shell.wide ? Shell.compactDisplayTop : ((root.slim ? Shell.slimHeight :
                                                                 Shell.wideHeight)
                                                    - Units.displayHeight) / 2
    }
}
