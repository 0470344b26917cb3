import { Script } from '../server/core/fountain/script.ts';
import type { Manuscript } from '../server/core/manuscript.ts';
import { Seasons } from '../server/core/season/seasons.ts';
import { Treatment } from '../server/core/treatment/treatment.ts';
import { generateScript } from './generate.ts';

/** A place at which somebody types, and the text in which they do. */
export interface Typing {
  readonly name: string;
  readonly kind: Manuscript['kind'];
  readonly text: string;
  readonly at: number;
}

/** The places in a script at which typing is measured, each in its middle, or with a mark that spans all of it. */
export function scriptTypings(text: string): Typing[] {
  const at = middleOfAction(text);
  const note = ' [[setup: brass-key | under the mat]]';
  return [
    { name: 'key in action', kind: 'script', text, at },
    {
      name: 'key in [[ ]]',
      kind: 'script',
      text: text.slice(0, at) + note + text.slice(at),
      at: at + ' [[setup: brass-key'.length,
    },
    { name: 'key after unclosed /*', kind: 'script', ...afterUnclosed('/*', text) },
    { name: 'key after unclosed [[', kind: 'script', ...afterUnclosed('[[', text) },
    { name: 'key in a boneyard spanning the file', kind: 'script', ...inBoneyard(text) },
  ];
}

/** One mark that nothing closes before the whole body, and one in the very paragraph that is typed in. */
function afterUnclosed(mark: string, script: string): Pick<Typing, 'text' | 'at'> {
  const text = withoutBoneyards(script);
  const at = middleOfAction(text);
  const body = bodyOf(text);
  const before = `${text.slice(0, body)}${mark}\n\n${text.slice(body, at)} ${mark} `;
  return { text: before + text.slice(at), at: before.length };
}

function inBoneyard(script: string): Pick<Typing, 'text' | 'at'> {
  const text = withoutBoneyards(script);
  const body = bodyOf(text);
  const before = `${text.slice(0, body)}/*\n\n`;
  return { text: `${before}${text.slice(body)}\n*/\n`, at: middleOfAction(text) + before.length - body };
}

/** The sample has a boneyard, whose end would close any that is opened before it. */
function withoutBoneyards(text: string): string {
  return text.replace(/\/\*|\*\//g, '');
}

function bodyOf(text: string): number {
  return text.indexOf('\n\n') + 2;
}

export function treatmentTypings(text: string): Typing[] {
  const at = text.indexOf('. ', text.indexOf('\n\n', text.length >> 1)) + 1;
  const idEnd = text.indexOf(' ', text.indexOf('[[reveal: ', text.length >> 1) + '[[reveal: '.length);
  return [
    { name: 'key in prose', kind: 'treatment', text, at },
    { name: 'key in a note', kind: 'treatment', text, at: idEnd },
  ];
}

/** After a word of the first long paragraph of action in the second half of the script. */
function middleOfAction(text: string): number {
  const half = text.length >> 1;
  for (const element of Script.parse(text).elements(half)) {
    if (element.type !== 'action' || element.start < half || element.end - element.start < 80) continue;
    return text.indexOf(' ', element.start + 30);
  }
  throw new Error('The script has no long paragraph of action in its second half.');
}

const EPISODES = 8;
let others: Manuscript[] | undefined;

/**
 * Types letters one by one, and takes them away again, so that the text stays as long as it is; in one of eight episodes
 * of a season, whose index is kept up to date.
 */
export class Typist {
  readonly #uri = 'file:///season/e04.fountain';
  readonly #seasons = new Seasons();
  readonly #at: number;
  #manuscript: Manuscript;
  #typed = 0;
  #step = 1;

  constructor({ kind, text, at }: Typing) {
    others ??= Array.from({ length: EPISODES }, (_, i) => Script.parse(generateScript(100_000, i + 1)));
    for (const [i, { facts }] of others.entries()) this.#seasons.setFile(`file:///season/e0${i + 1}.fountain`, facts);
    this.#manuscript = kind === 'script' ? Script.parse(text) : Treatment.parse(text);
    this.#at = at;
    this.#seasons.setFile(this.#uri, this.#manuscript.facts);
    // Files are placed in their season when somebody asks for it.
    if (this.#seasons.seasonOf(this.#uri)?.files.size !== EPISODES) throw new Error('The files are no season.');
  }

  get manuscript(): Manuscript {
    return this.#manuscript;
  }

  /** How many items of facts the season's index has looked at. */
  get work(): number {
    return this.#seasons.work;
  }

  /** One key: the text, the manuscript, its facts, and the index of the season after it. */
  key(): Manuscript {
    const at = this.#at + this.#typed;
    const edit = this.#step > 0 ? { start: at, end: at, insert: 'e' } : { start: at - 1, end: at, insert: '' };
    this.#manuscript = this.#manuscript.edit([edit]);
    this.#seasons.setFile(this.#uri, this.#manuscript.facts);
    this.#typed += this.#step;
    if (this.#typed === 10 || this.#typed === 0) this.#step = -this.#step;
    return this.#manuscript;
  }
}
