// A season whose texts would be links, commands and HTML: no answer lets them.
import { GFM, parser } from '@lezer/markdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { goToCommand } from '../../server/protocol/client.ts';
import { type OutlineRow, outlineRequest, rowCardRequest } from '../../server/protocol/outline.ts';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const evil = [
  '[x](command:workbench.action.quit)',
  '<img src=x onerror=alert(1)>',
  '![p](https://evil.example/p.png)',
  'https://evil.example',
  'me@evil.example',
  '](command:y)',
  '`a` $(bug) | b |',
].join(' ');
const quoted = JSON.stringify(evil);

const study = `study: 1
title: ${quoted}
sources: [{ id: book, title: ${quoted}, publisher: ${quoted}, url: 'https://book.example/' }]
episodes: [{ number: 1, title: ${quoted}, form: chamber-play, note: ${quoted}, sources: [book] }]
characters: [{ id: anna, name: ${quoted}, aliases: [Anna], actor: ${quoted}, note: ${quoted}, sources: [book] }]
places: [{ id: flat, name: ${quoted}, aliases: [FLAT] }]
facts: [{ id: truth, text: ${quoted}, status: disputed, claims: [{ text: ${quoted}, sources: [book] }], sources: [book] }]
threads: [{ id: key, title: ${quoted}, kind: object, cues: [the key], evidence_for: [truth], setups: [{ text: ${quoted}, episode: 1, sources: [book] }], sources: [book] }]
reveals: [{ id: told, fact: truth, to: [audience, anna], via: ${quoted}, evidence: [key], episode: 1, sources: [book] }]
craft_notes: [{ on: thread:key, by: ${quoted}, text: ${quoted}, sources: [book] }, { on: episode:1, by: ${quoted}, text: ${quoted}, sources: [book] }]
disputes: [{ id: who, on: [thread:key, fact:truth], claims: [{ text: ${quoted}, sources: [book] }, { text: ${quoted}, sources: [book] }] }]
themes: [{ id: guilt, text: ${quoted}, sources: [book] }]
`;
const script = `Title: ${evil}
Episode: 1

# Act One: ${evil}

INT. FLAT ${evil} - DAY

= ${evil}

Anna sees the key. [[setup: key | ${evil.replaceAll(']', ')')}]]

ANNA ${evil.toUpperCase().replaceAll('\n', '')}
${evil}

ANNA
Yes. [[payoff: key at="${evil.replaceAll('"', '').replaceAll(']', ')')}"]] [[reveal: truth via="${evil.replaceAll(']', ')')}"]] [[craft: on | ${evil.replaceAll(']', ')')}]]

[[setup: ${evil.replace(/[\]|=,]/g, ' ')}]] [[turn: act-out | ${evil.replaceAll(']', ')')}]]
`;
const treatment = `# Episode 2: ${evil}\n\n## Act One\n\n### ${evil}\n\nThe key again. [[payoff: key | ${evil.replaceAll(']', ')')}]]\n`;

const markdown = parser.configure(GFM);
/** Sorts of nodes that an answer may have of its own; all others would come from the text. */
const ours =
  /^(Document|Paragraph|Escape|(Strong)?Emphasis(Mark)?|Bullet?List|ListItem|ListMark|Table\w*|Link|LinkMark|URL|HorizontalRule)$/;

let folder: Folder;
let editor: Editor;
const uris: Record<string, string> = {};

beforeAll(async () => {
  folder = new Folder({ 'a.study.yaml': study, 'e1.fountain': script, 'e2.treatment.md': treatment });
  editor = await Editor.start({
    folders: [folder],
    initializationOptions: { commandLinks: true },
    capabilities: {
      ...everything,
      textDocument: {
        ...everything.textDocument,
        completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
      },
    },
  });
  for (const [name, text] of Object.entries({
    'a.study.yaml': study,
    'e1.fountain': script,
    'e2.treatment.md': treatment,
  })) {
    uris[name] = folder.file(name);
    await editor.open(uris[name]!, text);
  }
});
afterAll(async () => {
  await editor.stop();
  folder.remove();
});

/** Every Markdown text that an answer has in it. */
function markdownIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { kind, value } = answer as { kind?: unknown; value?: unknown };
  if (kind === 'markdown' && typeof value === 'string') return [value];
  return Object.values(answer).flatMap(markdownIn);
}

function expectHarmless(source: string): void {
  markdown.parse(source).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'URL') {
        const url = source.slice(from, to);
        if (url === 'https://book.example/') return;
        expect(url).toMatch(new RegExp(`^command:${goToCommand}\\?`));
        const given = JSON.parse(decodeURIComponent(url.slice(url.indexOf('?') + 1)));
        expect(given).toEqual([expect.stringMatching(/^file:/), expect.any(Number), expect.any(Number)]);
      } else expect(name, source).toMatch(ours);
    },
  });
}

describe('a hostile season', () => {
  const texts = { 'a.study.yaml': study, 'e1.fountain': script, 'e2.treatment.md': treatment };

  it.each(Object.entries(texts))('hovers in %s are harmless, at every place', async (name, text) => {
    let cards = 0;
    for (const [line, words] of text.split('\n').entries()) {
      for (let character = 0; character < words.length; character += 7) {
        const found = markdownIn(await editor.at('textDocument/hover', uris[name]!, line, character));
        for (const card of found) expectHarmless(card);
        cards += found.length;
      }
    }
    expect(cards).toBeGreaterThan(5);
  });

  it('what is offered is explained harmlessly', async () => {
    let explained = 0;
    for (const [name, text] of Object.entries(texts)) {
      for (const [line, words] of text.split('\n').entries()) {
        for (const { index } of words.matchAll(/[:=,[]\s?/g)) {
          const list = await editor.at<CompletionList | null>('textDocument/completion', uris[name]!, line, index + 2);
          for (const item of list?.items.slice(0, 30) ?? []) {
            const resolved = await editor.request<CompletionItem>('completionItem/resolve', item);
            for (const source of markdownIn(resolved)) {
              expectHarmless(source);
              explained++;
            }
          }
        }
      }
    }
    expect(explained).toBeGreaterThan(20);
  });

  it('the cards of the outline are harmless', async () => {
    let cards = 0;
    for (const by of ['twist', 'structure', 'thread'] as const) {
      const visit = async (rows: readonly OutlineRow[]): Promise<void> => {
        for (const row of rows) {
          await visit(row.children ?? []);
          if (!row.location) continue;
          const { uri, range } = row.location;
          const of = { uri, position: range.start, kind: row.kind, ref: row.ref };
          const answer = await editor.request<string | null>(rowCardRequest, of);
          if (answer) {
            expectHarmless(answer);
            cards++;
          }
        }
      };
      await visit(await editor.request<OutlineRow[]>(outlineRequest, { by }));
    }
    expect(cards).toBeGreaterThan(10);
  });
});
