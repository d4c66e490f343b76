// Where the picture stands on the page: all of the window, or the display alone, as large as fits.
'use strict';

const SMALL = matchMedia('(max-width: 760px), (max-height: 480px)');

export class Place {
    // changed: hears whether the display alone is shown
    constructor(stage, canvas, changed) {
        this.stage = stage;
        this.canvas = canvas;
        this.changed = changed;
        this.layout = null;
        this.alone = SMALL.matches;
        new ResizeObserver(() => this.fit()).observe(stage);
        SMALL.addEventListener('change', () => this.show(SMALL.matches));
    }

    show(alone) {
        this.alone = alone;
        this.fit();
    }

    follow(layout) {
        this.layout = layout;
        this.fit();
    }

    fit() {
        const { width, height } = this.canvas;
        const area = this.area();
        this.stage.style.aspectRatio = this.alone ? `${area.width} / ${area.height}` : '';
        const room = this.stage.getBoundingClientRect();
        const scale = Math.min(room.width / area.width, room.height / area.height);
        const left = (room.width - area.width * scale) / 2;
        const top = this.alone ? 0 : (room.height - area.height * scale) / 2;
        const style = this.canvas.style;
        style.width = `${width * scale}px`;
        style.height = `${height * scale}px`;
        style.left = `${left - area.x * scale}px`;
        style.top = `${top - area.y * scale}px`;
        style.clipPath = this.alone ? this.clip(area, scale) : '';
        this.stage.dataset.wide = String(area.width > 2 * area.height);
        this.changed(this.alone);
    }

    area() {
        const { width, height } = this.canvas;
        return this.alone && this.layout ? this.layout.display : { x: 0, y: 0, width, height };
    }

    // Whether a place of the picture can be seen.
    holds({ x, y }) {
        const area = this.area();
        return x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
    }

    // What stands around the display is not seen when it is shown alone.
    clip(area, scale) {
        const { width, height } = this.canvas;
        const sides = [area.y, width - area.x - area.width, height - area.y - area.height, area.x];
        return `inset(${sides.map((side) => `${side * scale}px`).join(' ')})`;
    }

    // A place of the page as one of the window's picture.
    find(event) {
        const seen = this.canvas.getBoundingClientRect();
        return {
            x: ((event.clientX - seen.left) * this.canvas.width) / seen.width,
            y: ((event.clientY - seen.top) * this.canvas.height) / seen.height,
        };
    }
}
