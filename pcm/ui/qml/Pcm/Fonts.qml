// The one text font with its three weights, and the icon font; both are loaded from packages (pcm/ui/fonts.py).
pragma Singleton

import QtQuick

QtObject {
    readonly property string text: "Roboto"
    readonly property string icons: "Phosphor"
    readonly property int light: Font.Light
    readonly property int regular: Font.Normal
    readonly property int medium: Font.Medium
}
