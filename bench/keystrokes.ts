import { Script } from '../server/core/fountain/script.ts';

/** A place at which somebody types, and the text in which they do. */
export interface Typing {
  readonly name: string;
  readonly text: string;
  readonly at: number;
}

/** The places at which typing is measured, each in the middle of the text or with a mark that spans all of it. */
export function typings(text: string): Typing[] {
  const middle = text.indexOf('. ', text.length >> 1) + 1;
  const withNote = `${text.slice(0, middle)} [[setup: brass-key]]${text.slice(middle)}`;
  const bodyStart = text.indexOf('\n\n') + 2;
  const opened = (mark: string) => `${text.slice(0, bodyStart)}${mark}\n\n${text.slice(bodyStart)}`;
  return [
    { name: 'in action', text, at: middle },
    { name: 'in [[ ]]', text: withNote, at: middle + ' [[setup: brass-'.length },
    { name: 'after unclosed /*', text: opened('/* '), at: middle + 5 },
    { name: 'after unclosed [[', text: opened('[[ '), at: middle + 5 },
    { name: 'in a boneyard that spans the file', text: `${opened('/* ')}\n*/\n`, at: middle + 5 },
  ];
}

/** Types letters one by one, and takes them away again, so that the text stays as long as it is. */
export class Typist {
  #script: Script;
  readonly #at: number;
  #typed = 0;

  constructor({ text, at }: Typing) {
    this.#script = Script.parse(text);
    this.#at = at;
  }

  /** One key: the text and the script after it. */
  key(): Script {
    const back = this.#typed >= 10;
    const at = this.#at + this.#typed;
    this.#script = this.#script.edit([
      back ? { start: at - 1, end: at, insert: '' } : { start: at, end: at, insert: 'e' },
    ]);
    this.#typed = back ? 0 : this.#typed + 1;
    if (back) this.#restart();
    return this.#script;
  }

  #restart(): void {
    this.#script = this.#script.edit([{ start: this.#at, end: this.#at + 9, insert: '' }]);
  }
}
