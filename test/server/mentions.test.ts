import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
} from 'vscode-languageserver';
import { loadStudy } from '../../server/core/study/load.ts';
import type { AnnotateResult } from '../../server/protocol/annotating.ts';
import type { MentionRange } from '../../server/protocol/marks.ts';
import type { NewFile } from '../../server/protocol/new-files.ts';
import type { CreateStudyResult } from '../../server/protocol/new-studies.ts';
import type { EpisodesResult } from '../../server/protocol/season.ts';
import { Editor, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const study = `study: 1
title: Pistols
episodes: [{ number: 1 }, { number: 2, title: The Shot }]
characters: [{ id: anna, name: Anna }]
events: [{ id: hung, text: It is hung up., told: { episode: 1 }, cues: [on the wall] }]
threads:
  - { id: pistol, title: The pistol, kind: object, cues: [pistol], setups: [{ text: Hung, event: hung }], payoffs: [{ text: Fired, episode: 2 }] }
  - { id: letter, title: The letter, kind: object, cues: [letter], payoffs: [{ text: Read, episode: 2 }] }
`;
const first = `Episode: 1

INT. HALL - DAY

A pistol hangs on the wall. Anna looks at it.

She looks at the letter.
`;
const second = 'Anna takes the pistol.\n';

let folder: Folder;
let editor: Editor;
const one = () => folder.file('e1.fountain');
const two = () => folder.file('e2.treatment.md');

describe.each([{ process: false }, { process: true }])('mentions in an editor, the server %o', (options) => {
  beforeEach(async () => {
    folder = new Folder({ 'pistols.study.yaml': study, 'e1.fountain': first, 'e2.treatment.md': second });
    editor = await Editor.start({ folders: [folder], settings: {}, ...options });
    await editor.open(one(), first);
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });
  const mentions = () => editor.request<MentionRange[]>('chekhov/mentions', { uri: one() });

  it('are told with their ranges and what is inferred of them', async () => {
    expect(await mentions()).toEqual([
      {
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 8 } },
        kind: 'setup',
        threads: ['pistol'],
      },
      {
        range: { start: { line: 6, character: 17 }, end: { line: 6, character: 23 } },
        kind: 'mention',
        threads: ['letter'],
      },
    ]);
    expect(await editor.request('chekhov/mentions', { uri: folder.file('none.fountain') })).toEqual([]);
  });

  it('are hovered', async () => {
    const hover = await editor.at<Hover>('textDocument/hover', one(), 4, 4);
    const { value } = hover.contents as { value: string };
    expect(value).toContain('**The pistol** · *Setup · inferred · object*');
    expect(hover.range).toEqual({ start: { line: 4, character: 2 }, end: { line: 4, character: 8 } });
    const person = await editor.at<Hover>('textDocument/hover', one(), 4, 30);
    expect((person.contents as { value: string }).value).toContain('**Anna** · *Character*');
  });

  it('are referred to across files, open or not', async () => {
    const context = { includeDeclaration: false };
    const found = await editor.at<Location[]>('textDocument/references', one(), 4, 4, { context });
    const texts = found.filter(({ uri }) => !uri.endsWith('.yaml'));
    expect(texts.map(({ uri, range }) => [uri, range.start])).toEqual([
      [one(), { line: 4, character: 2 }],
      [two(), { line: 0, character: 15 }],
    ]);
  });

  it('follow what is typed', async () => {
    const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } };
    await editor.change(one(), { range, text: 'The letter. ' });
    expect((await mentions()).map(({ range: { start } }) => start.character)).toEqual([4, 14, 17]);
  });

  it('are annotated, one by one and all in the file', async () => {
    const about = (line: number, character: number) => ({ uri: one(), position: { line, character } });
    const single = await editor.request<AnnotateResult>('chekhov/annotateMention', about(4, 4));
    expect(single).toMatchObject({
      proposals: [{ label: 'setup: pistol', description: 'The pistol', inferred: true, count: 1 }],
    });
    const [{ newText }] = single.proposals[0]!.edit.changes[one()]! as unknown as [{ newText: string }];
    expect(newText).toContain('[[setup: pistol event=hung]]');
    const guess = await editor.request<AnnotateResult>('chekhov/annotateMention', about(6, 20));
    expect(guess).toMatchObject({ proposals: [{ label: 'reminder: letter', inferred: false }] });
    expect(await editor.request('chekhov/annotateMention', about(2, 0))).toEqual({ proposals: [], none: 'noMention' });
    const whole = await editor.request<AnnotateResult>('chekhov/annotateFile', { uri: one() });
    expect(whole.proposals.map(({ count }) => count)).toEqual([1]);
    expect(await editor.request('chekhov/annotateFile', { uri: folder.file('x.fountain') })).toEqual({
      proposals: [],
      none: 'noStudy',
    });
  });

  it('keep to the horizon, as soon as it is moved', async () => {
    editor.settings = { horizon: '1' };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    const seen = await until(mentions, (list) => list.length === 1);
    expect(seen.map(({ threads }) => threads)).toEqual([['pistol']]);
    const episodes = await editor.request<EpisodesResult>('chekhov/episodes', { uri: one() });
    expect(episodes).toEqual({ episodes: [{ number: 1 }, { number: 2 }], horizon: 1 });
    editor.settings = { horizon: 'everything' };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await until(mentions, (list) => list.length === 2);
    expect(await editor.request('chekhov/episodes', {})).toEqual({
      episodes: [{ number: 1 }, { number: 2, title: 'The Shot' }],
    });
  });

  it('a study is begun, and made from what is annotated', async () => {
    const begun = await editor.request<NewFile>('chekhov/newStudy', { title: 'The Gull', episodes: 3 });
    expect(begun.name).toBe('the-gull.study.yaml');
    expect(loadStudy('file:///x', begun.text)).toMatchObject({ problems: [], study: { title: 'The Gull' } });
    const lone = folder.write('alone/s.fountain', 'Title: Alone\n\n[[setup: gun]]\n');
    await editor.open(lone, 'Title: Alone\n\n[[setup: gun]]\n');
    const made = await editor.request<CreateStudyResult>('chekhov/createStudy', { uri: lone });
    // It belongs where the study lies that the season has already, whose name is taken.
    expect(made.folder).toBe(folder.uri);
    expect(made.file!.name).toBe('pistols-2.study.yaml');
    expect(loadStudy('file:///x', made.file!.text).problems).toEqual([]);
    expect(await editor.request('chekhov/createStudy', { uri: folder.file('none.fountain') })).toEqual({});
  });
});

describe('the season of All Her Fault with the horizon at episode 7', () => {
  const samples = new URL('../../samples/all-her-fault/', import.meta.url);
  const folderUri = new URL('.', samples).href.replace(/\/$/, '');
  const names = readdirSync(samples).filter((name) => name.endsWith('.treatment.md'));
  const text = (name: string) => readFileSync(new URL(name, samples), 'utf8');

  /** A request for each thing that the server says it can do about a place or a document. */
  async function answers(client: Editor, uri: string, source: string): Promise<[string, unknown][]> {
    const { capabilities } = client.initialized;
    const found: [string, unknown][] = [];
    const about = async (method: string, provided: unknown, more: object = {}) => {
      if (provided) found.push([method, await client.about(`textDocument/${method}`, uri, more)]);
    };
    const lines = source.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    if (!uri.endsWith('episode-8.treatment.md')) await about('documentSymbol', capabilities.documentSymbolProvider);
    await about('diagnostic', capabilities.diagnosticProvider);
    await about('codeLens', capabilities.codeLensProvider);
    await about('inlayHint', capabilities.inlayHintProvider, { range });
    await about('documentLink', capabilities.documentLinkProvider);
    const offered = new Map<string, CompletionItem>();
    for (const [line, words] of lines.entries()) {
      for (const { index: character } of words.matchAll(/\[\[|[\p{L}\p{N}]+|[:=,]/gu)) {
        // In prose a name, and what stands in an annotation: the pure tests look at every place.
        if (!/\[\[|<!--/.test(words) && !/^(Carrie|Finch|Josephine|nanny)/.test(words.slice(character))) continue;
        const at = <R = unknown>(method: string, more: object = {}) =>
          client.at<R>(`textDocument/${method}`, uri, line, character, more);
        found.push([`hover ${line}:${character}`, await at('hover')]);
        if (capabilities.completionProvider) {
          const list = await at<CompletionList>('completion', { context: { triggerKind: 1 } });
          found.push([`completion ${line}:${character}`, list]);
          for (const item of list.items) offered.set(JSON.stringify(item.data ?? item.label), item);
        }
        if (capabilities.callHierarchyProvider)
          found.push([`calls ${line}:${character}`, await at('prepareCallHierarchy')]);
      }
    }
    for (const item of offered.values())
      found.push([`the item ${item.label}`, await client.request('completionItem/resolve', item)]);
    return found;
  }

  it('no answer to an editor says that Carrie is Josephine', { timeout: 120_000 }, async () => {
    const client = await Editor.start({
      folders: [folderUri],
      settings: { horizon: '7' },
    });
    /** Both names may be in it, of two people. */
    const silentOf = (answer: unknown, where: string) => {
      const said = JSON.stringify(answer) ?? '';
      expect(said.length, where).toBeGreaterThan(2);
      expect(said, where).not.toMatch(/carrie-is-josephine|Carrie Finch is Josephine|josephine-is-right|baby-swap/);
      expect(said, where).not.toMatch(/"(id|who)":"josephine"[^}]*carrie/i);
    };
    const silent = (answer: unknown, where: string) => {
      const said = JSON.stringify(answer) ?? '';
      expect(said, where).not.toMatch(/carrie-is-josephine|Carrie Finch is Josephine|josephine-is-right|baby-swap/);
      // One answer that names both, or a card for the one that names the other.
      if (/\bcarrie\b/i.test(said) && !where.startsWith('completion') && !where.startsWith('diagnostic'))
        expect(said, where).not.toMatch(/josephine/i);
    };
    let asked = 0;
    for (const name of names) {
      const uri = `${folderUri}/${name}`;
      await client.open(uri, text(name));
      for (const [what, answer] of await answers(client, uri, text(name))) {
        silent(answer, `${what} in ${name}`);
        asked++;
      }
      silent(await client.request('chekhov/mentions', { uri }), `mentions in ${name}`);
    }
    for (const by of ['twist', 'structure', 'thread'])
      silent(await client.request('chekhov/outline', { by }), `outline by ${by}`);
    silentOf(await client.request('chekhov/knowledge', {}), 'who knows what');
    silentOf(await client.request('chekhov/createStudy', { uri: `${folderUri}/${names[0]}` }), 'a study made of it');
    if (client.initialized.capabilities.workspaceSymbolProvider) {
      for (const query of ['', 'carrie', 'josephine', 'is'])
        silent(await client.request('workspace/symbol', { query }), `workspace symbols for “${query}”`);
    }
    expect(asked).toBeGreaterThan(1000);
    await client.stop();
  });

  it('symbols and highlights of the earlier episodes are whole', async () => {
    const client = await Editor.start({ folders: [folderUri], settings: { horizon: '7' } });
    const uri = `${folderUri}/episode-1.treatment.md`;
    await client.open(uri, text('episode-1.treatment.md'));
    expect((await client.about<DocumentSymbol[]>('textDocument/documentSymbol', uri)).length).toBeGreaterThan(0);
    const line = text('episode-1.treatment.md')
      .split('\n')
      .findIndex((words) => words.includes('[[setup:'));
    const found = await client.at<DocumentHighlight[]>('textDocument/documentHighlight', uri, line, 12);
    expect(found.length).toBeGreaterThan(0);
    await client.stop();
  });
});
