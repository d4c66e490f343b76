// The switches of the outside world, by section; scrolls, and follows the computer's keyboard.
pragma ComponentBehavior: Bound

import QtQuick
import Pcm
import Pcm.Model

Flickable {
    id: root

    required property BenchModel benchModel
    required property string applyName

    signal done

    function showItem(item: Item): void {
    const lowest = Math.max(contentY, item.y + item.height - height);
    contentY = Math.max(0, Math.min(lowest, item.y, contentHeight - height));
}

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.height + Units.benchMargin
    contentWidth: width

    Column {
        id: column

        width: root.width - 2 * Units.benchMargin
        x: Units.benchMargin

        Repeater {
            model: root.benchModel.rows

            BenchLine {
                id: line

                applyName: root.applyName
                width: column.width

                onActed: root.benchModel.act(line.name)
                onFolded: root.benchModel.fold(line.section)
                onEntered: text => root.benchModel.enter(line.name, text)
                onDone: root.done()
                onReached: root.showItem(line)
            }
        }
    }
}
