// A list, beside it what the list is about.
import QtQuick

PageFrame {
    id: root

    RowList {
        id: rows

        anchors.fill: parent
        rows: root.screen.listRows
        screen: root.screen
    }
}
