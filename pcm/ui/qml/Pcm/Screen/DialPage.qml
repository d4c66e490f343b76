// The telephone: rows at the left, number pad at the right.
import QtQuick
import Pcm

PageFrame {
    id: root

    Hero {
        id: hero

        anchors.left: parent.left
        anchors.right: pad.left
        anchors.rightMargin: Units.margin
        anchors.top: parent.top
        height: visible ? Units.heroHeight : 0
        screen: root.screen
        visible: root.screen.heroName !== ""
    }

    RowList {
        id: rows

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: pad.left
        anchors.rightMargin: Units.gap
        anchors.top: hero.bottom
        rows: root.screen.dialRows
        screen: root.screen
        stacked: !Units.wide
    }

    DigitPad {
        id: pad

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Units.gap
        anchors.right: parent.right
        anchors.rightMargin: Units.margin
        anchors.top: parent.top
        anchors.topMargin: Units.gapSmall
        dial: true
        screen: root.screen
        width: Units.padWidth
    }
}
