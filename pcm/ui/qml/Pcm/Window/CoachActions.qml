// What can be done with the lesson under way; what leads on comes first.
import QtQuick
import Pcm
import Pcm.Model

Flow {
    id: root

    required property CoachModel coachModel
    property real size: Units.benchText

    layoutDirection: Qt.RightToLeft
    spacing: Units.benchGap

    CoachButton {
        objectName: "coach_next"
        caption: root.coachModel.labels.next
        leading: root.coachModel.on
        size: root.size
        visible: !root.coachModel.over

        onPressed: root.coachModel.act("next")
    }

    CoachButton {
        objectName: "coach_close"
        caption: root.coachModel.following === "" ? root.coachModel.labels.close :
                                                    root.coachModel.following
        leading: true
        size: root.size
        visible: root.coachModel.over

        onPressed: root.coachModel.close()
    }

    CoachButton {
        objectName: "coach_again"
        caption: root.coachModel.labels.again
        size: root.size
        visible: root.coachModel.over

        onPressed: root.coachModel.act("again")
    }

    CoachButton {
        objectName: "coach_pause"
        caption: root.coachModel.paused ? root.coachModel.labels.go : root.coachModel.labels.pause
        size: root.size
        visible: root.coachModel.canPause

        onPressed: root.coachModel.act(root.coachModel.paused ? "go" : "pause")
    }

    CoachButton {
        objectName: "coach_touch"
        caption: root.coachModel.labels.touch
        size: root.size
        visible: root.coachModel.canTouch

        onPressed: root.coachModel.act("step")
    }

    CoachButton {
        objectName: "coach_hint"
        caption: root.coachModel.labels.hint
        size: root.size
        visible: root.coachModel.canHint

        onPressed: root.coachModel.act("hint")
    }

    CoachButton {
        objectName: "coach_repeat"
        caption: root.coachModel.labels.repeat
        size: root.size
        visible: !root.coachModel.over

        onPressed: root.coachModel.act("repeat")
    }
}
