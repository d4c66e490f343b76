// Colours by meaning, by night and by day. Every text tone reads at 4.5:1 or more on every background tone.
import QtQuick

QtObject {
    id: root

    property bool night: true

    // Backgrounds: the page runs from the first to the second, top to bottom.
    readonly property color background1: night ? "#15181C" : "#F4F5F6"
    readonly property color background2: night ? "#0B0C0E" : "#DDE0E4"
    readonly property color surface: night ? "#121417" : "#FFFFFF"
    readonly property color raised: night ? "#1F2328" : "#FFFFFF"
    readonly property color pressed: night ? "#2A2F36" : "#E9EBEE"
    readonly property color key: night ? "#1B1F23" : "#FFFFFF"
    readonly property color lit: night ? "#1F2328" : "#E4E7EA" // the current one of a bar
    readonly property color bar: night ? "#08090A" : "#FFFFFF"
    readonly property color veil: night ? "#B8000000" : "#8CDDE0E4"
    readonly property color line: night ? "#23272C" : "#C9CED4"
    readonly property color edge: night ? "#3A4048" : "#9CA4AC"

    readonly property color text1: night ? "#F4F5F6" : "#111315"
    readonly property color text2: night ? "#9AA1A9" : "#4F5862"
    readonly property color text3: night ? "#868D95" : "#5A636C"
    readonly property color onFill: "#FFFFFF"

    readonly property color dark: "#000000" // the display switched off
    readonly property color accent: "#D5001C"
    readonly property color good: night ? "#3DBE6B" : "#17703A"
    readonly property color warning: night ? "#F2A93B" : "#8A5100"
    readonly property color info: night ? "#6FB1FF" : "#245D9A"

    // Switches: the track is a fill, its thumb stands on it.
    readonly property color trackOn: night ? "#3DBE6B" : "#1E8E4A"
    readonly property color trackOff: night ? "#4A5058" : "#8D949C"
    readonly property color thumb: "#FFFFFF"

    // The neutral map.
    readonly property color mapLand: night ? "#14181B" : "#E8EAE6"
    readonly property color mapRoad: night ? "#343B42" : "#FFFFFF"
    readonly property color mapMainRoad: night ? "#525B64" : "#E3CE9A"
    readonly property color mapWater: night ? "#16232E" : "#C4DAE8"
    readonly property color mapPark: night ? "#17211B" : "#D3E2CE"

    // Fills of coloured tiles; white signs stand on them.
    readonly property var fills: ({
                                      "teal": "#2A8F68",
                                      "green": "#2A8F68",
                                      "phone_green": "#2D8A43",
                                      "pink": "#C4407F",
                                      "slate": "#52606E",
                                      "violet": "#5B5BD6",
                                      "orange": "#C4701A",
                                      "blue": "#2B6CB0",
                                      "grey": "#6C737B",
                                      "red": "#B0302E",
                                      "amber": "#A87412"
                                  })

    function fill(name: string): color {
        return fills[name] ?? fills["grey"];
    }
}
