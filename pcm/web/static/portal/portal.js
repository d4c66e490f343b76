// A page of My Porsche that changes by itself: it loads its own main part anew and says what changed.
'use strict';

import { keepSocket } from '../live.js';
import { putBack, takeOff } from './typed.js';

const GATHER_MS = 150; // several changes are one
const content = document.getElementById('content');
const news = document.getElementById('news');

const shown = document.body.dataset.version;
let waiting = 0;
let connected = false;

function factsOf(root) {
    const facts = new Map();
    for (const item of root.querySelectorAll('#facts li')) {
        facts.set(item.dataset.key, { value: item.dataset.value, text: item.textContent });
    }
    return facts;
}

function changed(before, after) {
    const texts = [];
    for (const [key, fact] of after) {
        if (before.has(key) && before.get(key).value !== fact.value) texts.push(fact.text);
    }
    return texts;
}

async function load() {
    waiting = 0;
    let response;
    try {
        response = await fetch(location.href, { credentials: 'same-origin' });
    } catch {
        return; // the server is gone; the socket says so
    }
    if (response.redirected) {
        location.assign(response.url);
        return;
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('content');
    if (!fresh) return;
    for (const part of ['header', 'footer']) swap(document.querySelector(part), page.querySelector(part));
    const told = changed(factsOf(content), factsOf(fresh));
    if (swap(content, fresh)) document.title = page.title;
    if (told.length) {
        news.textContent = told.join(' ');
        document.getElementById('said')?.remove();
    }
}

function swap(old, fresh) {
    if (!old || !fresh || old.innerHTML === fresh.innerHTML) return false;
    const typed = takeOff(old);
    old.replaceChildren(...fresh.childNodes);
    putBack(old, typed);
    return true;
}

keepSocket('/my-porsche/changes', {
    onMessage({ data }) {
        const differs = connected || data !== shown; // a server that came back counts anew
        connected = true;
        if (differs && !waiting) waiting = setTimeout(load, GATHER_MS);
    },
});

const plain = new URL(location.href);
for (const name of ['done', 'declined', 'about', 'language']) plain.searchParams.delete(name);
history.replaceState(null, '', plain); // what was said once is not said again
