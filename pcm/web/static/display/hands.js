// Finger, mouse, wheel and keyboard over the picture, as messages to the head unit.
'use strict';

const KEYS = new Set(['Enter', 'Escape', 'Backspace', 'Delete', 'ArrowUp', 'ArrowDown', 'ArrowLeft',
    'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'AudioVolumeUp', 'AudioVolumeDown',
    'F1', 'F2', 'F3', 'F4', 'F6', 'F7', 'F8', 'F9', 'F10']); // F5 loads the page again
const NOTCH = 100; // px that a browser scrolls with a notch of the wheel
const MOST_NOTCHES = 20;

export function layHands(stage, place, say) {
    followFinger(stage, place, say);
    followWheel(stage, place, say);
    for (const [kind, down] of [['keydown', true], ['keyup', false]]) {
        stage.addEventListener(kind, (event) => {
            if (isMeant(event)) {
                event.preventDefault();
                say('key', { name: event.key, down });
            }
        });
    }
}

function followFinger(stage, place, say) {
    let finger = null;
    let moved = null;
    const point = (act, event) => say('point', { act, ...place.find(event) });
    const move = () => {
        if (moved && finger !== null) point('move', moved);
        moved = null;
    };
    stage.addEventListener('pointerdown', (event) => {
        if (finger !== null || event.button !== 0 || !place.holds(place.find(event))) return;
        finger = event.pointerId;
        stage.setPointerCapture(finger);
        point('press', event);
    });
    stage.addEventListener('pointermove', (event) => {
        if (event.pointerId !== finger) return;
        if (!moved) requestAnimationFrame(move);
        moved = event;
    });
    for (const end of ['pointerup', 'pointercancel']) {
        stage.addEventListener(end, (event) => {
            if (event.pointerId !== finger) return;
            move();
            finger = null;
            point('release', event);
        });
    }
}

function followWheel(stage, place, say) {
    let rest = 0;
    stage.addEventListener('wheel', (event) => {
        if (event.ctrlKey) return; // the browser's own zoom
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? NOTCH / 3 : 1;
        rest -= event.deltaY * lines;
        const notches = Math.trunc(rest / NOTCH);
        rest -= notches * NOTCH;
        const few = Math.max(-MOST_NOTCHES, Math.min(MOST_NOTCHES, notches));
        if (few) say('turn', { ...place.find(event), notches: few });
    }, { passive: false });
}

// The browser's shortcuts stay the browser's; AltGr types signs.
function isMeant(event) {
    const typed = [...event.key].length === 1;
    const command = event.ctrlKey || event.altKey || event.metaKey;
    if (command && !(typed && event.getModifierState('AltGraph'))) return false;
    return typed || KEYS.has(event.key);
}
