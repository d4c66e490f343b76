// Elements of the page of the head unit: found by their names, and buttons that are made.
'use strict';

// The elements of a part of the page that have a name there (data-part), by that name.
export function partsOf(root) {
    const named = [...root.querySelectorAll('[data-part]')];
    return Object.fromEntries(named.map((part) => [part.dataset.part, part]));
}

export function makeButton(label, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
}
