/** What ends a sentence, with the quotation marks and brackets that close after it; a Chinese or Japanese one needs no space. */
const END = /(?:[.!?…]+["'”’»)\]]*(?=\s|$))|(?:[。！？｡]+[」』”’）]*)/gu;

/** Abbreviations that a name or number follows; and initials, `J. Doe`. */
const ABBREVIATION = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Mx|Dr|St|Sgt|Lt|Col|Gen|Capt|Cpl|Prof|Rev|Hon|Fr|Sr|vs|No|\p{Lu})\.$/u;
const GOES_ON = /^\s*["'“‘«([]*\p{Ll}/u;

/**
 * Where in `text` sentences end, between `from` and `to`, in order: the offset after what ends them. What goes on with a
 * small letter has not ended (`at 8 p.m. on the dot`).
 */
export function sentenceEnds(text: string, from: number, to: number): number[] {
  const ends: number[] = [];
  // What stands just outside says whether a sentence ends at the edges.
  const window = text.slice(from, to + 8);
  for (const match of window.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end > to - from) break;
    if (GOES_ON.test(window.slice(end, end + 8))) continue;
    if (match[0] === '.' && ABBREVIATION.test(window.slice(Math.max(0, end - 6), end))) continue;
    ends.push(from + end);
  }
  return ends;
}
