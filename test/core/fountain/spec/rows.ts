import { type ParsedElement, parsed } from '../../../../server/cli/parse.ts';

/** An element as the pages demand it; `source` is the stretch of the file from its start to its end. */
export type Element = Omit<ParsedElement, 'line' | 'start' | 'end'> & { readonly source: string };

/** A file, in which `¶` is `\n` and `⇥` a tab, and what it holds. */
export type Row = readonly [file: string, ...elements: readonly Element[]];

type Extras = Omit<Element, 'type' | 'text' | 'source'>;

const written = (text: string) => text.replaceAll('¶', '\n').replaceAll('⇥', '\t');

/** @param source where it is not the text itself */
const element = (type: string, text: string, source = text, extras: Extras = {}): Element => ({
  type,
  text: written(text),
  source: written(source),
  ...extras,
});

export const action = (text: string, source?: string) => element('action', text, source);
export const dialogue = (text: string, source?: string) => element('dialogue', text, source);
export const parenthetical = (text: string, source?: string) => element('parenthetical', text, source);
export const transition = (text: string, source?: string) => element('transition', text, source);
export const lyric = (text: string, source: string) => element('lyric', text, source);
export const centered = (text: string, source: string) => element('centered', text, source);
export const pageBreak = (source: string) => element('page_break', '', source);
export const synopsis = (text: string, source = `= ${text}`) => element('synopsis', text, source);
export const note = (text: string, source = `[[${text}]]`) => element('note', text, source);
export const boneyard = (text: string, source = `/* ${text} */`) => element('boneyard', text, source);

export const heading = (text: string, source?: string, number?: string) =>
  element('scene_heading', text, source, number === undefined ? {} : { number });

export const section = (text: string, source = `# ${text}`, depth = 1) => element('section', text, source, { depth });

export const entry = (key: string, text: string, source = `${key}: ${text}`) =>
  element('title_page', text, source, { key });

export const cue = (text: string, source?: string, extras: Extras = {}) =>
  element('character', text, source, { name: text, ...extras });

/** A cue with one extension. */
export const extended = (name: string, extension: string, source?: string, extras: Extras = {}) =>
  cue(`${name} (${extension})`, source, { name, extension, ...extras });

/** What `chekhov parse` makes of a file; throws where lines or the order are wrong. */
export function parsedFile(file: string): Element[] {
  const text = written(file);
  const source = text.replace(/^\ufeff/, '');
  let before = 0;
  return parsed(text).map(({ line, start, end, ...element }) => {
    const lineOfStart = source.slice(0, start).split(/\r\n|\r|\n/).length - 1;
    if (line !== lineOfStart) throw new Error(`${element.type} at ${start}: line ${line}, not ${lineOfStart}`);
    if (start < before) throw new Error(`${element.type} at ${start} comes after what starts at ${before}`);
    before = start;
    return { ...JSON.parse(JSON.stringify(element)), source: source.slice(start, end) };
  });
}
