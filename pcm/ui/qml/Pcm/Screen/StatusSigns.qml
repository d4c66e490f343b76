// The signs at the right of the status line: temperature, call, phone, user, path, technology, bars.
import QtQuick
import Pcm
import Pcm.Model

Row {
    id: root

    required property HeaderModel header
    property bool brief: false // no room for words
    property bool radio: true // technology and bars too

    spacing: Units.gap

    HeaderWords {
        objectName: "header_temperature"
        anchors.verticalCenter: parent.verticalCenter
        text: root.brief || root.header.call !== "" ? "" : root.header.temperature
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        text: root.header.call !== "" ? Icons.call : ""
    }

    HeaderWords {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.good
        text: root.brief ? "" : root.header.call
        width: Math.min(implicitWidth, Units.callWidth)
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        text: root.header.carplay ? Icons.carplay : ""
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        text: root.header.bluetooth ? Icons.bluetooth : ""
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        text: root.header.battery
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text1
        text: root.radio && root.header.user !== "" ? Icons.user : ""
    }

    HeaderSign {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.warning
        text: root.header.private ? Icons.privacy : ""
    }

    RadioSigns {
        anchors.verticalCenter: parent.verticalCenter
        header: root.header
        visible: root.radio
    }
}
