// Loads a part of the lessons when it is first needed: the plain window does without it.
import QtQuick
import Pcm.Model

Loader {
    id: root

    required property CoachModel coachModel
    required property bool shown
    required property url file

    function follow(): void {
    if (root.shown)
    root.setSource(root.file, {
        "coachModel": root.coachModel
    });
        else
        root.setSource("");
    }

        Component.onCompleted: root.follow()

        onShownChanged: root.follow()
    }
