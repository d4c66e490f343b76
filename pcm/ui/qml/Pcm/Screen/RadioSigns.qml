// Which way data flows, roaming, technology and signal bars.
import QtQuick
import Pcm
import Pcm.Model

Row {
    id: root

    required property HeaderModel header
    property bool words: false // the path by name instead of by sign

    spacing: Units.gapSmall

    HeaderWords {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text1
        text: root.words ? root.header.path : ""
        width: Math.min(implicitWidth, Units.callWidth)
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        color: root.header.path !== "" ? Theme.text1 : Theme.text2
        text: root.header.path === "" ? Icons.noData : root.words ? "" : root.header.pathGlyph

        Accessible.ignored: false
        Accessible.name: root.header.path !== "" ? root.header.path : root.header.noData
        Accessible.role: Accessible.StaticText
    }

    HeaderWords {
        anchors.verticalCenter: parent.verticalCenter
        color: root.header.roamingCosts ? Theme.warning : Theme.text1
        font.weight: Fonts.medium
        text: root.header.roaming
    }

    HeaderWords {
        anchors.verticalCenter: parent.verticalCenter
        color: root.header.roamingCosts ? Theme.warning : Theme.text1
        text: root.header.technology
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text1
        text: root.header.bars
    }
}
