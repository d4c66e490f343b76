// The panel for the world outside the head unit: title, switches, and a foot that answers.
import QtQuick
import Pcm
import Pcm.Model

Rectangle {
    id: root

    required property BenchModel benchModel
    required property CoachModel coachModel
    required property WindowWords words

    signal hidden
    signal done

    color: Dusk.bench

    Accessible.name: root.words.bench
    Accessible.role: Accessible.Pane

    Rectangle {
        color: Dusk.line
        height: parent.height
        width: Shell.hairline
        z: 1
    }

    BenchHeader {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        buttonId: "bench_hide"
        buttonName: root.words.hideBench
        glyph: Icons.open
        title: root.words.bench

        onPressed: root.hidden()
    }

    BenchRows {
        id: rows

        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        applyName: root.words.apply
        benchModel: root.benchModel
        enabled: !root.benchModel.choiceOpen

        onDone: root.done()
    }

    BenchScroll {
        view: rows
    }

    BenchChoice {
        id: choice

        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        benchModel: root.benchModel
        visible: root.benchModel.choiceOpen
        words: root.words

        onDone: root.done()
        onVisibleChanged: {
            if (visible)
                choice.enter();
        }
    }

    BenchFoot {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        benchModel: root.benchModel
        coachModel: root.coachModel
        words: root.words
    }
}
