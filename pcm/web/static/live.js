// What keeps a page alive: its line to the head unit comes back by itself, a little later each time.
// While it is lost, the element #lost of the page says so.
'use strict';

const FIRST_MS = 500;
const LAST_MS = 8000;

// A WebSocket: a browser has room for many, but for six streams of events only.
// What is said while it is lost is not said later.
export function keepSocket(address, { binaryType = 'blob', onMessage }) {
    let socket = null;
    keep((opened, closed) => {
        socket = new WebSocket(address);
        socket.binaryType = binaryType;
        socket.onmessage = onMessage;
        socket.onopen = opened;
        socket.onclose = closed;
    });
    return {
        send(message) {
            if (socket.readyState === WebSocket.OPEN) socket.send(message);
        },
    };
}

function keep(open) {
    let wait = FIRST_MS;
    const opened = () => {
        wait = FIRST_MS;
        showLost(false);
    };
    const closed = () => {
        showLost(true);
        setTimeout(() => open(opened, closed), wait);
        wait = Math.min(LAST_MS, wait * 2);
    };
    open(opened, closed);
}

function showLost(lost) {
    const note = document.getElementById('lost');
    if (note) note.hidden = !lost;
}
