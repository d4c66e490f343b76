// The title of a page on the wide display, with the page's options at its right.
import QtQuick
import Pcm
import Pcm.Model

Item {
    id: root

    required property ScreenModel screen
    property bool wayBack: false // the way back stands here (PCM 6.0 has no breadcrumb bar)

    height: Units.pageTitleHeight

    BackKey {
        id: back

        anchors.left: parent.left
        anchors.leftMargin: -Units.gap
        anchors.verticalCenter: parent.verticalCenter
        label: root.screen.backWord
        visible: root.wayBack && root.screen.header.back
        onActed: root.screen.goBack()
    }

    Label {
        anchors.left: parent.left
        anchors.leftMargin: back.visible ? back.width - Units.gapSmall : 0
        anchors.right: options.visible ? options.left : parent.right
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Units.titleText
        font.weight: Fonts.light
        text: root.screen.title

        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.Heading
    }

    PushButton {
        id: options

        objectName: root.screen.optionsName
        label: root.screen.optionsLabel
        anchors.right: parent.right
        anchors.rightMargin: Units.gap
        anchors.verticalCenter: parent.verticalCenter
        height: Units.target
        ready: !root.screen.optionsLocked
        selected: root.screen.optionsFocused
        textSize: Units.headerText
        visible: root.screen.optionsName !== ""
        onActed: root.screen.tap(root.screen.optionsName)
    }
}
