// What keeps a page alive: its line to the head unit comes back by itself, a little later each time.
// While it is lost, the element #lost of the page says so; whoever is not let in any more, as after
// a new start with another token, sees why.
'use strict';

const FIRST_MS = 500;
const LAST_MS = 8000;
const FORBIDDEN = 403;

// A WebSocket: a browser has room for many, but for six streams of events only.
// What is said while it is lost is not said later.
export function keepSocket(path, { binaryType = 'blob', onMessage }) {
    const address = new URL(path, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
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
    const again = async () => {
        if (await isRefused()) location.reload();
        else open(opened, closed);
    };
    const closed = () => {
        showLost(true);
        setTimeout(again, wait);
        wait = Math.min(LAST_MS, wait * 2);
    };
    open(opened, closed);
}

// A WebSocket does not tell a server that refuses from one that is gone.
async function isRefused() {
    try {
        const { status } = await fetch(location.href, { cache: 'no-store' });
        return status === FORBIDDEN;
    } catch {
        return false;
    }
}

function showLost(lost) {
    document.getElementById('lost').hidden = !lost;
}
