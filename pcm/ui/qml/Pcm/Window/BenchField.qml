// An edit field at the right of a row; Enter or the tick applies, Escape gives the old value back.
import QtQuick
import Pcm

Rectangle {
    id: root

    required property string name
    required property string caption
    required property string value
    required property string applyName
    readonly property bool changed: input.activeFocus && input.text !== root.value

    signal applied(text: string)
    signal done
    signal reached

    function apply(): void {
    root.applied(input.text);
    root.done();
}

    border.color: input.activeFocus ? Dusk.accent : Dusk.edge
    border.width: input.activeFocus ? Shell.benchRing : Shell.hairline
    color: Dusk.slot
    implicitHeight: Units.benchRow - Units.benchGap
    implicitWidth: Shell.benchField
    radius: Units.benchRadius

    BenchButton {
        objectName: root.name + "_apply"
        activeFocusOnTab: false
        anchors.verticalCenter: parent.verticalCenter
        glyph: Icons.check
        name: root.applyName
        visible: root.changed

        onPressed: root.apply()
    }

    TextInput {
        id: input

        objectName: root.name
        activeFocusOnTab: root.enabled
        anchors.fill: parent
        anchors.leftMargin: root.changed ? Shell.benchButton : Units.benchGap
        anchors.rightMargin: Units.benchGap
        clip: true
        color: root.enabled ? Dusk.text1 : Dusk.text3
        font.family: Fonts.text
        font.pixelSize: Units.benchText
        horizontalAlignment: TextInput.AlignRight
        selectByMouse: true
        selectedTextColor: Dusk.onFill
        selectionColor: Dusk.accent
        verticalAlignment: TextInput.AlignVCenter

        Accessible.name: root.caption
        Accessible.role: Accessible.EditableText

        Keys.onEscapePressed: {
            input.text = root.value;
            root.done();
        }
        onAccepted: root.apply()
        onActiveFocusChanged: {
            if (activeFocus) {
                selectAll();
                root.reached();
            } else {
                deselect();
            }
        }

        Binding {
            property: "text"
            restoreMode: Binding.RestoreNone
            target: input
            value: root.value
            when: !input.activeFocus
        }
    }
}
