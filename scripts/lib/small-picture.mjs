// Makes a picture small: few colours, in WebP without loss, which suits text on flat ground better than any loss would.

/**
 * @param {import('playwright-core').Page} page any page of a Chromium
 * @param {Buffer} png
 * @param {number} colours at most so many
 * @returns {Promise<Buffer>} WebP
 */
export async function smallPicture(page, png, colours) {
  const url = await page.evaluate(
    async ([data, most]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const picture = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const { data: pixels } = picture;

      /** How often each colour occurs, by its number 0xrrggbb. @type {Map<number, number>} */
      const counts = new Map();
      for (let i = 0; i < pixels.length; i += 4) {
        const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      // Median cut: the box with the widest channel, weighted by how much of the picture it is, is cut at its middle.
      const channel = (/** @type {number} */ colour, /** @type {number} */ shift) => (colour >> shift) & 255;
      const measure = (/** @type {number[]} */ box) => {
        let weight = 0;
        for (const colour of box) weight += counts.get(colour) ?? 0;
        const [shift, width] = [16, 8, 0]
          .map((at) => {
            let low = 255;
            let high = 0;
            for (const colour of box) {
              low = Math.min(low, channel(colour, at));
              high = Math.max(high, channel(colour, at));
            }
            return [at, high - low];
          })
          .reduce((a, b) => (b[1] > a[1] ? b : a));
        return { box, shift, priority: box.length < 2 ? -1 : width * Math.sqrt(weight) };
      };
      const boxes = [measure([...counts.keys()])];
      while (boxes.length < most) {
        const at = boxes.reduce((best, one, i) => (one.priority > boxes[best].priority ? i : best), 0);
        const { box, shift, priority } = boxes[at];
        if (priority < 0) break;
        box.sort((a, b) => channel(a, shift) - channel(b, shift));
        const middle = (channel(box[0], shift) + channel(box[box.length - 1], shift)) / 2;
        const cut = Math.max(
          1,
          box.findIndex((colour) => channel(colour, shift) > middle),
        );
        boxes.splice(at, 1, measure(box.slice(0, cut)), measure(box.slice(cut)));
      }
      // Each box becomes its most frequent colour, so that grounds and letters keep theirs.
      /** @type {Map<number, number>} */
      const becomes = new Map();
      for (const { box } of boxes) {
        const chief = box.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
        for (const colour of box) becomes.set(colour, chief);
      }
      for (let i = 0; i < pixels.length; i += 4) {
        const colour = becomes.get((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]) ?? 0;
        pixels[i] = channel(colour, 16);
        pixels[i + 1] = channel(colour, 8);
        pixels[i + 2] = channel(colour, 0);
        pixels[i + 3] = 255;
      }
      context.putImageData(picture, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 }); // 1: without loss
      const answer = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of answer) text += String.fromCharCode(byte);
      return btoa(text);
    },
    /** @type {const} */ ([png.toString('base64'), colours]),
  );
  return Buffer.from(url, 'base64');
}
