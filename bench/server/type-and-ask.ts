import { readFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { SourceText } from '../../server/core/text/source-text.ts';
import { scriptTypings } from '../keystrokes.ts';
import { Client } from './client.ts';

/** By what was asked: all times in milliseconds, and what p95 may be. */
export type Latencies = Readonly<Record<string, { readonly all: readonly number[]; readonly budget: number }>>;

interface Position {
  readonly line: number;
  readonly character: number;
}

const WARM_UP = 100;
const KEYS = 300;
/** Nobody types faster; and what the server does in a pause is not to be measured with the next key. */
const PAUSE = 10;

/** Types in one script of a season, and asks after each key what an editor asks. */
export async function typeAndAsk(folder: string, uri: string): Promise<Latencies> {
  const text = readFileSync(URI.parse(uri).fsPath, 'utf8');
  const client = await Client.start(folder);
  const run = new Run(client, uri);
  const [inAction, inNote] = scriptTypings(text);
  await client.open(uri, inAction!.text);
  await run.ask('', 0, 'textDocument/diagnostic');
  const typeAt = async (name: string, source: string, offset: number) => {
    const at = positionIn(source, offset);
    const hovers = hoverPlaces(source, at.line);
    let typed = 0;
    let step = 1;
    for (let i = 0; i < WARM_UP + KEYS; i++) {
      if (i === WARM_UP) run.isWarm = true;
      const end = { line: at.line, character: at.character + typed };
      const edit =
        step > 0
          ? { range: { start: end, end }, text: 'e' }
          : { range: { start: { ...end, character: end.character - 1 }, end }, text: '' };
      await run.key(name, edit);
      typed += step;
      if (typed === 10 || typed === 0) step = -step;
      await run.ask('hover', 2, 'textDocument/hover', { position: hovers[i % hovers.length] });
      if (client.capabilities.completionProvider) {
        const position = { line: at.line, character: at.character + typed };
        await run.ask(`completion, ${name}`, 5, 'textDocument/completion', { position });
      }
      // The way there and back, to a request that finds nothing to do.
      await run.ask('a request that finds nothing', 2, 'textDocument/hover', {
        textDocument: { uri: 'file:///nowhere.fountain' },
        position: at,
      });
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    run.isWarm = false;
  };
  await typeAt('in action', inAction!.text, inAction!.at);
  await client.change(uri, { text: inNote!.text });
  await typeAt('in [[ ]]', inNote!.text, inNote!.at);
  await client.stop();
  return run.latencies;
}

class Run {
  readonly latencies: Record<string, { all: number[]; budget: number }> = {};
  isWarm = false;
  readonly #client: Client;
  readonly #uri: string;
  #resultId: string | undefined;

  constructor(client: Client, uri: string) {
    this.#client = client;
    this.#uri = uri;
  }

  async ask<R>(name: string, budget: number, method: string, params: object = {}): Promise<R> {
    const start = performance.now();
    const answer = await this.#client.request<R>(method, { textDocument: { uri: this.#uri }, ...params });
    this.#note(name, budget, performance.now() - start);
    return answer;
  }

  /** From the key until what is wrong with the text is known anew. */
  async key(name: string, edit: object): Promise<void> {
    const start = performance.now();
    const sent = this.#client.change(this.#uri, edit);
    const report = await this.#client.request<{ resultId?: string }>('textDocument/diagnostic', {
      textDocument: { uri: this.#uri },
      previousResultId: this.#resultId,
    });
    this.#note(`key ${name}, to fresh diagnostics`, 5, performance.now() - start);
    this.#resultId = report.resultId;
    await sent;
  }

  #note(name: string, budget: number, time: number): void {
    if (!this.isWarm) return;
    this.latencies[name] ??= { all: [], budget };
    this.latencies[name].all.push(time);
  }
}

function positionIn(text: string, offset: number): Position {
  const source = SourceText.of(text);
  const line = source.lineAt(offset);
  return { line, character: offset - source.lineStart(line) };
}

/** Ids in annotations, headings and cues, all over the script; not in the line that is typed in. */
function hoverPlaces(text: string, typedLine: number): Position[] {
  const places: Position[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    const id = /\[\[(?:setup|reminder|payoff|reveal): /.exec(content);
    if (line === typedLine) continue;
    if (id) places.push({ line, character: id.index + id[0].length + 1 });
    else if (/^(INT|EXT)[. ]|^[A-Z]{3,}$/.test(content) && line % 7 === 0) places.push({ line, character: 1 });
  }
  // Neighbours are not asked about one after the other.
  return places.map((_, i) => places[(i * 37) % places.length]!);
}
