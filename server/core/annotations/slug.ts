/** Letters and digits of any script, with the marks that belong to letters in many of them, `-` and `_`. */
const ID = /^[\p{L}\p{M}\p{N}_-]+$/u;
const NAMES = /[\p{L}\p{N}]/u;
const APOSTROPHES = /['’‘ʼ`´]/g;
const BREAKS = /[^\p{L}\p{M}\p{N}_]+/gu;
const ASCII_ID = /^[a-z0-9_-]*$/;

/** Whether a text is an id as it stands, in any case. */
export function isId(text: string): boolean {
  return ID.test(text) && NAMES.test(text);
}

/** An id by which equal ids are equal strings: in lower case, accents composed. */
export function normalId(text: string): string {
  return ASCII_ID.test(text) ? text : text.normalize('NFC').toLowerCase();
}

/** `Peter's soy allergy` is `peters-soy-allergy`. Empty where the text has neither letter nor digit. */
export function slugOf(text: string): string {
  if (isId(text)) return normalId(text);
  const slug = normalId(text.replace(APOSTROPHES, '')).replace(BREAKS, '-');
  const bare = slug.replace(/^-|-$/g, '');
  return NAMES.test(bare) ? bare : '';
}
