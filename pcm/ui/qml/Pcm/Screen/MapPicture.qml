// A neutral map of nowhere: a few roads, water, a park, and the own position.
import QtQuick
import QtQuick.Shapes
import Pcm

Item {
    id: root

    clip: true

    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        color: Theme.mapLand
    }

    Shape {
        anchors.centerIn: parent
        height: Units.mapSize
        scale: Math.max(root.width, root.height) / Units.mapSize
        width: Units.mapSize

        ShapePath {
            fillColor: Theme.mapWater
            strokeColor: "transparent"

            PathSvg {
                path: "M-20,640 C180,600 240,700 420,690 C620,680 660,560 1020,600 L1020,760 C760,700 640,790 420,790 C240,790 160,720 -20,760 Z"
            }
        }

        ShapePath {
            fillColor: Theme.mapPark
            strokeColor: "transparent"

            PathSvg {
                path: "M600,250 L760,230 L800,360 L690,430 L590,380 Z M90,330 L230,300 L260,420 L120,450 Z"
            }
        }

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.mapRoad
            strokeWidth: Units.mapRoad

            PathSvg {
                path: "M-20,300 L300,280 L560,340 M300,280 L330,60 M560,340 L900,220 L1020,240 M430,310 L400,560 L300,650 M640,320 L700,560 L860,620 M60,-20 L90,300 L40,640 M820,-20 L800,250 M180,290 L210,520 L400,560 L700,560 M-20,470 L200,480 M330,160 L620,120 L820,150"
            }
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            strokeColor: Theme.mapMainRoad
            strokeWidth: Units.mapMainRoad

            PathSvg {
                path: "M-20,560 C160,520 300,520 420,460 C520,410 540,300 640,200 C720,120 860,90 1020,60 M500,-20 C520,120 560,260 560,400 C560,540 520,720 540,1020"
            }
        }
    }

    Rectangle {
        anchors.centerIn: position
        border.color: Theme.accent
        border.width: Units.outline
        color: Theme.raised
        height: Units.target
        radius: height / 2
        width: height
    }

    Glyph {
        id: position

        anchors.centerIn: parent
        color: Theme.accent
        text: Icons.position
    }
}
