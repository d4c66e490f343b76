// The screen in words: a heading, what is to be read, and real buttons for all that can be touched.
'use strict';

import { makeButton, partsOf } from './parts.js';

export class Mirror {
    // act: is given the verb line of a button
    constructor(root, words, act) {
        this.words = words;
        this.act = act;
        this.parts = partsOf(root);
        this.shown = {};
        openAtFocus(root);
    }

    show(screen) {
        const overlay = screen.overlay;
        const title = screen.off ? this.words.off : overlay ? overlay.title : screen.title;
        this.put('title', title, (part) => { part.textContent = title; });
        this.put('status', screen.status, (part) => { part.textContent = screen.status.join(' · '); });
        this.put('lesson', screen.lesson, (part) => part.replaceChildren(...screen.lesson.map(paragraph)));
        const said = overlay ? overlay.words : [screen.empty].filter(Boolean);
        this.put('words', said, (part) => part.replaceChildren(...said.map(paragraph)));
        const rows = overlay ? overlay.buttons : screen.rows;
        this.put('rows', rows, (part) => this.list(part, rows));
        this.put('lessons', screen.lessons, (part) => this.list(part, screen.lessons));
        this.put('keys', screen.keys, (part) => this.list(part, screen.keys));
        const news = [...screen.lesson, title, ...said, screen.toast].filter(Boolean);
        this.put('news', news, (part) => { part.textContent = news.map(sentence).join(' '); });
    }

    // Only what is another is touched: a screen reader stays where it is.
    put(name, value, write) {
        const key = JSON.stringify(value);
        if (this.shown[name] === key) return;
        this.shown[name] = key;
        write(this.parts[name]);
    }

    list(part, buttons) {
        const focused = [...part.querySelectorAll('button')].indexOf(document.activeElement);
        part.replaceChildren(...buttons.map((button) => this.item(button)));
        if (focused >= 0) (part.querySelectorAll('button')[focused] ?? this.parts.title).focus();
    }

    item({ label, word, line, on, enabled }) {
        const item = document.createElement('li');
        const button = makeButton(label || this.words[word], () => this.act(line));
        button.dataset.line = line;
        if (on !== null) button.setAttribute('aria-pressed', String(on));
        if (!enabled) button.setAttribute('aria-disabled', 'true');
        item.append(button);
        return item;
    }
}

// Seen from when the keyboard leads into it until the focus leaves it.
function openAtFocus(root) {
    root.addEventListener('focusin', (event) => {
        if (event.target.matches(':focus-visible')) root.dataset.open = '';
    });
    root.addEventListener('focusout', (event) => {
        const stays = event.relatedTarget === null ? document.hasFocus() : root.contains(event.relatedTarget);
        if (!stays) delete root.dataset.open;
    });
}

// A screen reader pauses between what stands apart on the display.
function sentence(text) {
    return /[.!?:…]$/.test(text) ? text : `${text}.`;
}

function paragraph(text) {
    const made = document.createElement('p');
    made.textContent = text;
    return made;
}
