// The thin bar that shows which part of a list is seen; only when there is more.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property Flickable flickable

    color: Theme.line
    radius: width / 2
    visible: flickable.visibleArea.heightRatio < 1
    width: Units.scrollBar

    Accessible.ignored: true

    Rectangle {
        color: Theme.text3
        height: Math.max(Units.target, root.height * root.flickable.visibleArea.heightRatio)
        radius: width / 2
        width: parent.width
        y: root.flickable.visibleArea.heightRatio < 1 ? (root.height - height)
                                                        * root.flickable.visibleArea.yPosition / (1
                                                                                                  - root.flickable.visibleArea.heightRatio) :
                                                        0
    }
}
