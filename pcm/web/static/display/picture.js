// The window's picture: boxes that have changed are drawn where they stand. The bytes: packing.py.
'use strict';

const HEAD = 9;
const PART = 12;

export class Picture {
    // onDrawn: a version is on the canvas
    constructor(canvas, onDrawn) {
        this.canvas = canvas;
        this.onDrawn = onDrawn;
        this.context = canvas.getContext('2d', { alpha: false });
        this.last = Promise.resolve();
    }

    // One picture after the other; the next is unpacked while this one is drawn.
    show(buffer) {
        const unpacked = unpack(buffer);
        this.last = this.last.then(async () => this.draw(await unpacked)).catch(() => undefined);
    }

    draw({ version, width, height, parts }) {
        if (this.canvas.width !== width || this.canvas.height !== height) {
            this.canvas.width = width;
            this.canvas.height = height;
        }
        for (const { left, top, bitmap } of parts) {
            this.context.drawImage(bitmap, left, top);
            bitmap.close();
        }
        this.canvas.dataset.version = version;
        this.onDrawn(version);
    }
}

async function unpack(buffer) {
    const view = new DataView(buffer);
    const parts = [];
    let at = HEAD;
    for (let left = view.getUint8(8); left > 0; left -= 1) {
        const length = view.getUint32(at + 8);
        const bytes = new Uint8Array(buffer, at + PART, length);
        parts.push(unpackPart(view.getUint16(at), view.getUint16(at + 2), bytes));
        at += PART + length;
    }
    return {
        version: view.getUint32(0),
        width: view.getUint16(4),
        height: view.getUint16(6),
        parts: await Promise.all(parts),
    };
}

async function unpackPart(left, top, bytes) {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
    return { left, top, bitmap };
}
