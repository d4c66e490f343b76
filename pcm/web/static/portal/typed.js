// What somebody is doing in a part of the page while it is replaced: what he typed, opened, points at.
'use strict';

function nameOf(element) {
    if (element.id) return `#${element.id}`;
    const form = element.closest('form');
    return `${form ? form.getAttribute('action') : ''} ${element.name ?? element.getAttribute('href')}`;
}

const fields = (root) => root.querySelectorAll('input:not([type=hidden]), select, textarea');
const all = (root) => root.querySelectorAll('a, button, input:not([type=hidden]), select, summary');
const byDefault = (field) => field.tagName === 'SELECT'
    ? [...field.options].find((option) => option.defaultSelected)?.value
    : field.defaultValue;

export function takeOff(root) {
    const typed = new Map();
    for (const field of fields(root)) {
        if (field.value !== byDefault(field)) typed.set(nameOf(field), field.value);
    }
    const opened = [...root.querySelectorAll('details[open]')].map((part) => part.id);
    const active = root.contains(document.activeElement) ? document.activeElement : null;
    return {
        typed,
        opened,
        focused: active && active !== root ? nameOf(active) : '',
        caret: active && active.selectionStart !== undefined ? [active.selectionStart, active.selectionEnd] : null,
    };
}

export function putBack(root, { typed, opened, focused, caret }) {
    for (const field of fields(root)) {
        if (typed.has(nameOf(field))) field.value = typed.get(nameOf(field));
    }
    for (const part of root.querySelectorAll('details')) part.open = opened.includes(part.id);
    if (!focused) return;
    const found = [...all(root)].find((element) => nameOf(element) === focused);
    if (!found) {
        document.getElementById('content').focus({ preventScroll: true }); // what had it is gone
        return;
    }
    found.focus({ preventScroll: true });
    if (caret && caret[0] !== null && found.setSelectionRange) found.setSelectionRange(...caret);
}
