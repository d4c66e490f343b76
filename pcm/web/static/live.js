// A WebSocket that comes back by itself, a little later each time.
'use strict';

const FIRST_MS = 500;
const LAST_MS = 8000;

export function keepSocket(address, { binaryType = 'blob', onMessage }) {
    let socket = null;
    let wait = FIRST_MS;
    const open = () => {
        socket = new WebSocket(address);
        socket.binaryType = binaryType;
        socket.onmessage = onMessage;
        socket.onopen = () => { wait = FIRST_MS; };
        socket.onclose = () => {
            setTimeout(open, wait);
            wait = Math.min(LAST_MS, wait * 2);
        };
    };
    open();
    return {
        send(message) {
            if (socket.readyState === WebSocket.OPEN) socket.send(message);
        },
    };
}
