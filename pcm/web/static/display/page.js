// The page of the head unit: puts picture, hands, bar and mirror together over one WebSocket.
'use strict';

import { Bar } from './bar.js';
import { layHands } from './hands.js';
import { Mirror } from './mirror.js';
import { Picture } from './picture.js';
import { Place } from './place.js';
import { keepSocket } from '../live.js';

const TOLD_MS = 6000;
const words = JSON.parse(document.body.dataset.words);
const stage = document.getElementById('stage');
const canvas = stage.querySelector('canvas');

const socket = keepSocket('/display', { binaryType: 'arraybuffer', onMessage: hear });
const say = (kind, more = {}) => socket.send(JSON.stringify({ say: kind, ...more }));
const picture = new Picture(canvas, (version) => {
    place.fit();
    say('ack', { version });
});
const bar = new Bar(document.getElementById('bar'), words, say);
const place = new Place(stage, canvas, (alone) => {
    document.body.dataset.alone = String(alone);
    bar.alone(alone);
});
const mirror = new Mirror(document.getElementById('mirror'), words, (line) => say('do', { line }));
bar.on('alone', () => place.show(!place.alone));
layHands(stage, place, say);

let told = 0;
const heard = {
    layout(layout) {
        place.follow(layout);
        bar.follow(layout);
    },
    screen(screen) {
        if (document.body.dataset.follows === 'true' && screen.language !== document.documentElement.lang) {
            location.reload();
        }
        mirror.show(screen);
        bar.offerFill(screen.fill);
    },
    steering: (who) => bar.steer(who),
    answer({ text }) {
        bar.tell(text);
        clearTimeout(told);
        told = setTimeout(() => bar.tell(''), TOLD_MS);
    },
};

function hear(event) {
    if (typeof event.data !== 'string') {
        picture.show(event.data);
        return;
    }
    const { say: kind, ...message } = JSON.parse(event.data);
    heard[kind]?.(message);
}
