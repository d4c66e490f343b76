// The bar over the picture: who steers, how many look on, and what can be done about it.
'use strict';

import { makeButton, partsOf } from './parts.js';

export class Bar {
    constructor(root, words, say) {
        this.words = words;
        this.say = say;
        this.parts = partsOf(root);
        this.on('take', () => say('take'));
        this.on('give', () => say('give', { to: 0 }));
        this.on('fill', () => say('fill'));
        this.on('panel', () => say('panel', { shown: !this.panel }));
        this.on('full', () => fullScreen(document.documentElement));
        this.panel = true;
    }

    on(name, act) {
        this.parts[name].addEventListener('click', act);
    }

    steer(who) {
        const mine = who.driver === who.you;
        const { words, parts } = this;
        const driver = words.steers.replace('{number}', who.driver);
        const waiting = words.asked.replace('{number}', who.you);
        parts.who.textContent = mine ? words.you_steer : who.driver ? driver : words.free;
        parts.who.dataset.mine = String(mine);
        const many = words.watching.replace('{count}', who.viewers.length).replace('{number}', who.you);
        parts.watching.textContent = who.viewers.length > 1 ? many : words.alone_here;
        const asked = who.asking.includes(who.you);
        parts.take.textContent = asked ? waiting : who.presenter || !who.driver ? words.take : words.ask;
        parts.take.disabled = asked;
        parts.take.hidden = mine;
        parts.give.hidden = !mine || who.viewers.length < 2;
        parts.asking.replaceChildren(
            ...(mine || who.presenter ? who.asking.map((number) => this.giveTo(number)) : []),
        );
        this.mine = mine;
        this.allow();
    }

    giveTo(number) {
        const label = this.words.let_steer.replace('{number}', number);
        const button = makeButton(label, () => this.say('give', { to: number }));
        button.className = 'asks';
        return button;
    }

    follow(layout) {
        this.panel = layout.panel;
        this.parts.panel.setAttribute('aria-pressed', String(layout.panel));
    }

    offerFill(offered) {
        this.offered = offered;
        this.allow();
    }

    alone(alone) {
        this.parts.alone.setAttribute('aria-pressed', String(alone));
        this.parts.panel.hidden = alone;
    }

    allow() {
        this.parts.fill.hidden = !this.offered || !this.mine;
        this.parts.panel.disabled = !this.mine;
    }

    tell(text) {
        this.parts.answer.textContent = text;
        this.parts.answer.hidden = !text;
    }
}

function fullScreen(page) {
    if (document.fullscreenElement) document.exitFullscreen();
    else page.requestFullscreen?.();
}
