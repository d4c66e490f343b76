// The options of one switch, over the rows of the panel; long lists have a field to search in.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property BenchModel benchModel
    required property WindowWords words

    signal done

    function enter(): void {
    search.clear();
    list.currentIndex = root.benchModel.chosenIndex;
    list.positionViewAtIndex(list.currentIndex, ListView.Center);
    if (root.benchModel.searchable)
    search.forceActiveFocus();
    else
    list.forceActiveFocus();
}

    color: Dusk.bench

    Keys.onEscapePressed: {
        root.benchModel.closeChoice();
        root.done();
    }

    BenchHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        buttonId: "bench_close_list"
        buttonName: root.words.close
        glyph: Icons.back
        leading: true
        title: root.benchModel.choiceTitle

        onPressed: {
            root.benchModel.closeChoice();
            root.done();
        }
    }

    Rectangle {
        id: field

        anchors.left: parent.left
        anchors.leftMargin: Units.benchMargin
        anchors.right: parent.right
        anchors.rightMargin: Units.benchMargin
        anchors.top: header.bottom
        border.color: search.activeFocus ? Dusk.accent : Dusk.edge
        border.width: search.activeFocus ? Shell.benchRing : Shell.hairline
        color: Dusk.slot
        height: root.benchModel.searchable ? Units.benchRow : 0
        radius: Units.benchRadius
        visible: root.benchModel.searchable

        Glyph {
            id: lens

            color: Dusk.text2
            font.pixelSize: Units.benchIcon
            height: parent.height
            text: Icons.search
            x: Units.benchGap
        }

        TextInput {
            id: search

            objectName: "bench_search"
            activeFocusOnTab: true
            anchors.bottom: parent.bottom
            anchors.left: lens.right
            anchors.margins: Units.benchGap
            anchors.right: parent.right
            anchors.top: parent.top
            clip: true
            color: Dusk.text1
            font.family: Fonts.text
            font.pixelSize: Units.benchText
            selectByMouse: true
            selectedTextColor: Dusk.onFill
            selectionColor: Dusk.accent
            verticalAlignment: TextInput.AlignVCenter

            Accessible.name: root.words.search
            Accessible.role: Accessible.EditableText

            Keys.onDownPressed: list.forceActiveFocus()
            onAccepted: {
                root.benchModel.chooseFirst();
                root.done();
            }
            onTextEdited: root.benchModel.search(search.text)
        }

        Label {
            anchors.fill: search
            color: Dusk.text3
            font.pixelSize: Units.benchText
            text: root.words.search
            visible: search.text === ""
        }
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: field.bottom
        anchors.topMargin: Units.benchGap
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: true
        model: root.benchModel.options

        Accessible.name: root.benchModel.choiceTitle
        Accessible.role: Accessible.List

        delegate: BenchOption {
            current: ListView.isCurrentItem && list.activeFocus
            width: list.width

            onPressed: {
                root.benchModel.choose(word);
                root.done();
            }
        }
    }

    BenchScroll {
        view: list
    }

    Label {
        anchors.top: field.bottom
        anchors.topMargin: Units.benchMargin
        color: Dusk.text2
        font.pixelSize: Units.benchText
        text: root.words.nothingFound
        visible: list.count === 0
        x: Units.benchMargin
    }
}
