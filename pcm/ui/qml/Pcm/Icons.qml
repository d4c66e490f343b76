// The fixed signs of the face, by meaning; rows bring their own glyph. Code points of Phosphor 1.3 (checked by a test).
pragma Singleton

import QtQuick

QtObject {
    readonly property string open: "\uf0c4" // caret-right
    readonly property string back: "\uf0c3" // caret-left
    readonly property string down: "\uf0c2" // caret-down
    readonly property string up: "\uf0c5" // caret-up
    readonly property string lock: "\uf205" // lock-simple
    readonly property string check: "\uf0e7" // check
    readonly property string close: "\uf36d" // x
    readonly property string erase: "\uf06f" // backspace
    readonly property string shift: "\uf03a" // arrow-fat-up
    readonly property string shiftOn: "\uf7a4" // arrow-fat-up-fill
    readonly property string info: "\uf1e0" // info
    readonly property string warning: "\uf35c" // warning
    readonly property string bluetooth: "\uf08c" // bluetooth
    readonly property string user: "\uf347" // user-circle
    readonly property string privacy: "\uf15e" // eye-slash
    readonly property string carplay: "\uf130" // device-mobile
    readonly property string call: "\uf26f" // phone-call
    readonly property string bars0: "\uf0cc" // cell-signal-none
    readonly property string bars1: "\uf0ca" // cell-signal-low
    readonly property string bars2: "\uf0cb" // cell-signal-medium
    readonly property string bars3: "\uf0c9" // cell-signal-high
    readonly property string bars4: "\uf0c8" // cell-signal-full
    readonly property string noSignal: "\uf0cd" // cell-signal-slash
    readonly property string noData: "\uf106" // cloud-slash
    readonly property string record: "\uf29b" // record
    readonly property string recording: "\ufa05" // record-fill
    readonly property string source: "\uf097" // book-open
    readonly property string assumed: "\uf293" // question
    readonly property string options: "\uf145" // dots-three
    readonly property string minus: "\uf21a" // minus
    readonly property string plus: "\uf27f" // plus
    readonly property string position: "\uf991" // navigation-arrow-fill
    readonly property string volume: "\uf2e0" // speaker-high
    readonly property string search: "\uf20a" // magnifying-glass
    readonly property string power: "\uf284" // power
    readonly property string note: "\uf224" // music-notes
    readonly property string space: "\uf040" // arrow-line-right
    readonly property string wait: "\uf1d0" // hourglass
    readonly property string chosen: "\uf0e8" // check-circle
    readonly property string panel: "\uf2d0" // sliders-horizontal
    readonly property string locked: "\uf205" // lock-simple
    readonly property string lessons: "\uf1b6" // graduation-cap
    readonly property string presenter: "\uf286" // presentation
    readonly property string hand: "\uf928" // hand-pointing-fill
    readonly property string pointsDown: "\uf0be" // caret-double-down
    readonly property string pointsUp: "\uf0c1" // caret-double-up
    readonly property string crumb: " \u203a "
}
