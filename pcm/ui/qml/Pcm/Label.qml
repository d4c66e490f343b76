// One line of words: the text font, elided late, never overlapping.
import QtQuick

Text {
    color: Theme.text1
    elide: Text.ElideRight
    font.family: Fonts.text
    font.pixelSize: Units.rowText
    font.weight: Fonts.regular
    maximumLineCount: 1
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter

    Accessible.ignored: true
}
