/** Letters and digits of any script, with the marks that belong to letters in many of them, `-` and `_`. */
const ID = /^[\p{L}\p{M}\p{N}_-]+$/u;
const NAMES = /[\p{L}\p{N}]/u;
const APOSTROPHES = /['’‘ʼ`´]/g;
const BREAKS = /[^\p{L}\p{M}\p{N}_]+/gu;

const HYPHEN = 45;
const UNDERSCORE = 95;

/** Whether a text is an id as it stands, in any case. */
export function isId(text: string): boolean {
  let names = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLowerOrDigit(code) || (code >= 65 && code <= 90)) names = true;
    else if (code >= 0x80) return ID.test(text) && NAMES.test(text);
    else if (code !== HYPHEN && code !== UNDERSCORE) return false;
  }
  return names;
}

/** An id by which equal ids are equal strings: in lower case, accents composed. */
export function normalId(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isLowerOrDigit(code) && code !== HYPHEN && code !== UNDERSCORE) return text.normalize('NFC').toLowerCase();
  }
  return text;
}

/** `Peter's soy allergy` is `peters-soy-allergy`. Empty where the text has neither letter nor digit. */
export function slugOf(text: string): string {
  if (isId(text)) return normalId(text);
  const slug = normalId(text.replace(APOSTROPHES, '')).replace(BREAKS, '-');
  const bare = slug.replace(/^-|-$/g, '');
  return NAMES.test(bare) ? bare : '';
}

export function isLowerOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
