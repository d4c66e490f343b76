// Sizes of the hardware around the display, in pixels of the display it holds, and the window's key sequences.
// `Units.wide` chooses between the 800x480 unit and the 1920x720 one; the window scales the whole.
pragma Singleton

import QtQuick
import Pcm

QtObject {
    id: root

    readonly property bool wide: Units.wide

    // The device as a whole.
    readonly property int compactWidth: 1130
    readonly property int compactHeight: 784
    readonly property int wideWidth: 2080
    readonly property int slimWidth: 1976
    readonly property int wideHeight: 880
    readonly property int slimHeight: 776
    readonly property int consoleHeight: 300
    readonly property int consoleGap: 36
    readonly property int consoleInset: 60
    readonly property int consoleSmallest: 900
    readonly property int bodyRadius: wide ? 44 : 28
    readonly property int glassRadius: wide ? 26 : 12
    readonly property int glassEdge: wide ? 24 : 15
    readonly property int compactDisplayTop: 76
    readonly property int line: Math.max(wide ? 3 : 2, Units.pixel)
    readonly property int gleam: Math.max(wide ? 2 : 1, Units.pixel)

    // Keys.
    readonly property int keyWidth: wide ? 190 : 98
    readonly property int keyHeight: wide ? 110 : 64
    readonly property int keyGap: wide ? 26 : 20
    readonly property int keySide: 28
    readonly property int keyRadius: wide ? 16 : 8
    readonly property int keyText: wide ? 28 : 17
    readonly property int keyIcon: wide ? 40 : 24
    readonly property real keySpacing: 1.0
    readonly property int litWidth: wide ? 60 : 32
    readonly property int litHeight: wide ? 6 : 3
    readonly property int litGap: 8

    // Knobs and slot.
    readonly property int knob: wide ? 240 : 112
    readonly property int knobRim: wide ? 22 : 11
    readonly property int knobTick: wide ? 40 : 19
    readonly property int knobTickWidth: wide ? 8 : 4
    readonly property int knobTickGap: wide ? 14 : 7
    readonly property int knobIcon: wide ? 52 : 26
    readonly property real knobSign: 0.12
    readonly property int knobTop: 38
    readonly property int slotHeight: 54
    readonly property int slotGap: 46
    readonly property int slotLine: 4
    readonly property int slotInset: 38

    // The window.
    readonly property int hairline: 1
    readonly property int margin: 24
    readonly property int captionHeight: 40
    readonly property int captionText: 15
    readonly property int smallestWidth: 900
    readonly property int smallestHeight: 520
    readonly property int handleWidth: 28
    readonly property int handleHeight: 96
    readonly property int ring: wide ? 4 : 2
    readonly property int ringGap: wide ? 6 : 3
    readonly property int benchRing: 2
    readonly property int benchIndent: 10
    readonly property int benchEdge: 4
    readonly property int benchScroll: 4
    readonly property int benchHeader: 56
    readonly property int benchButton: 36
    readonly property int benchField: 132
    readonly property int benchSection: 36
    readonly property int benchReasonLines: 3
    readonly property int benchAnswerLines: 8
    readonly property real headingSpacing: 1.4
    readonly property real disabled: 0.75

    // Lessons.
    readonly property int coachMargin: 20
    readonly property int coachGap: 10
    readonly property int coachLeast: 168
    readonly property int coachWideFrom: 760
    readonly property int coachActions: 330
    readonly property int coachTitle: 17
    readonly property int coachSay: 19
    readonly property int coachTold: 15
    readonly property real coachBig: 1.35 // in presenter mode
    readonly property int coachDot: 10
    readonly property int coachRadius: 10
    readonly property int coachFigure: 24
    readonly property int coachFigureWidth: 140
    readonly property int markGap: 5
    readonly property int markLine: 4
    readonly property int markEdge: 2
    readonly property int markRadius: 5 // the corners of what is not dimmed are square
    readonly property int markArrow: 44
    readonly property int hand: 60
    readonly property real handTip: 0.42 // of its width, where the finger points
    readonly property int ripple: 54
    readonly property int menuWidth: 760
    readonly property int menuHeight: 640
    readonly property int menuRow: 62
    readonly property int menuField: 260

    readonly property string hideSequence: "Ctrl+B"
    readonly property string sourcesSequence: "Ctrl+U"
    readonly property string fullScreenSequence: "F11"
    readonly property string lessonsSequence: "Ctrl+L"
    readonly property string presenterSequence: "Ctrl+P"
    readonly property string resetSequence: "F12"
    readonly property string leaveSequence: "Escape"
}
