// Sizes and durations by meaning. `wide`: the 1920x720 canvas; else 800x480.
// `still`: nothing moves (pictures, tests). Window sizes (bezel, bench) do not follow the canvas.
pragma Singleton

import QtQuick

QtObject {
    id: root

    property bool wide: false
    property bool still: false
    property real fit: 1 // how much the window scales the display; below 1 it shrinks

    // WORKAROUND(PySide6 6.11): the software renderer leaves out a line thinner than a pixel, and what is behind it.
    readonly property int pixel: Math.ceil(1 / fit)

    readonly property int displayWidth: wide ? 1920 : 800
    readonly property int displayHeight: wide ? 720 : 480

    readonly property int pageTitleHeight: 92
    readonly property int target: wide ? 68 : 48
    readonly property int rowHeight: wide ? 96 : 68
    readonly property int headerHeight: wide ? 72 : 56
    readonly property int sideBarWidth: 132
    readonly property int sideKeyHeight: 84
    readonly property int sideKeyMost: 132
    readonly property int sideKeyWidth: 108
    readonly property int headerTallHeight: 96
    readonly property int avatar: 52
    readonly property int userText: 28
    readonly property int userWidth: 360
    readonly property int keyHeight: wide ? 84 : 68
    readonly property int buttonHeight: wide ? 84 : 56
    readonly property int fieldHeight: wide ? 84 : 56
    readonly property int drawerWidth: 440
    readonly property int panelWidth: 768
    readonly property int panelNarrow: 460
    readonly property int panelTitleText: 30
    readonly property int panelText: 28
    readonly property int panelLineHeight: 80 // four lines and a note of three fit
    readonly property int ring: 68
    readonly property real lineSpread: 1.25
    readonly property real lineTight: 1.0

    readonly property int titleText: wide ? 40 : 22
    readonly property int rowText: wide ? 32 : 24
    readonly property int rowTextLeast: wide ? 27 : 20 // of a label that would not fit
    readonly property int detailText: wide ? 22 : 18
    readonly property int headerText: wide ? 24 : 18
    readonly property int clockText: wide ? 30 : 22
    readonly property int smallText: wide ? 20 : 15
    readonly property int digitText: wide ? 48 : 36
    readonly property int boxText: wide ? 44 : 30
    readonly property int tileText: wide ? 32 : 20
    readonly property int bigText: wide ? 56 : 30

    readonly property int tileInset: 22
    readonly property int tileLeadText: 28
    readonly property int tileTop: 40
    readonly property int tileFill: 104
    readonly property int tileFillIcon: 56
    readonly property int tileDetailText: wide ? 22 : 15
    readonly property int icon: wide ? 36 : 26
    readonly property int headerIcon: wide ? 30 : 22
    readonly property int barIcon: wide ? 44 : 30
    readonly property int tileIcon: wide ? 84 : 52
    readonly property int bigIcon: wide ? 120 : 72

    readonly property int margin: wide ? 40 : 20
    readonly property int pageMarginRight: wide ? 20 : 0
    readonly property int heroMargin: wide ? 0 : 12
    readonly property real valueShare: 0.4
    readonly property int pageMargin: wide ? 40 : 8
    readonly property int inset: wide ? 28 : 16
    readonly property int gap: wide ? 20 : 12
    readonly property int gapSmall: wide ? 10 : 6
    readonly property int gapTiny: wide ? 4 : 2
    readonly property int radius: wide ? 12 : 8
    readonly property int radiusLarge: wide ? 24 : 10
    readonly property int hairline: pixel
    readonly property int outline: Math.max(2, pixel)
    readonly property int letterGap: 1
    readonly property int edgeMark: 4
    readonly property int listAhead: 4000 // px of rows kept ready above and below
    readonly property int scrollBar: wide ? 6 : 4

    readonly property int callWidth: wide ? 290 : 120
    readonly property int mapSize: 1000 // the map's own units
    readonly property int mapRoad: wide ? 8 : 10
    readonly property int mapMainRoad: wide ? 14 : 18
    readonly property int mapListWidth: wide ? 720 : 420
    readonly property int coverSize: wide ? 360 : 180
    readonly property int playerListWidth: wide ? 760 : 450
    readonly property int heroHeight: wide ? 150 : 92
    readonly property int padWidth: wide ? 520 : 300
    readonly property int boardWidth: wide ? 1040 : 620
    readonly property int boardHeight: wide ? 420 : 290
    readonly property int dialogText: wide ? 28 : 20
    readonly property int entryMargin: wide ? 40 : 20
    readonly property int entryGap: wide ? 80 : 32
    readonly property int keypadWidth: wide ? 640 : 328
    readonly property int boxMost: wide ? 84 : 48
    readonly property int boxGap: wide ? 14 : 7
    readonly property int lineFieldHeight: wide ? 76 : 52
    readonly property int answerWidth: wide ? 520 : 270
    readonly property int keyboardHeight: wide ? 430 : 288
    readonly property int toastMost: wide ? 1000 : 640
    readonly property int trackWidth: wide ? 84 : 54
    readonly property int trackHeight: wide ? 44 : 28

    readonly property int quick: still ? 0 : 110
    readonly property int appear: still ? 0 : 140
    readonly property real appearFrom: 0.7

    // The window around the display, the same for every canvas.
    readonly property int windowWidth: 1600
    readonly property int windowHeight: 860
    readonly property int benchWidth: 380
    readonly property int benchRow: 35
    readonly property int benchTitle: 22
    readonly property int benchHeading: 13
    readonly property int benchText: 15
    readonly property int benchSmall: 13
    readonly property int benchIcon: 20
    readonly property int benchMargin: 22
    readonly property int benchGap: 8
    readonly property int benchRadius: 6
    readonly property int benchTrackWidth: 42
    readonly property int benchTrackHeight: 22
}
