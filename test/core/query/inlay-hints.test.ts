import { describe, expect, test } from 'vitest';
import { type HintKinds, hintTooltip, inlayHints } from '../../../server/core/query/inlay-hints.ts';
import { textLengths } from '../../../server/core/query/text-length.ts';
import type { Span } from '../../../server/core/text/span.ts';
import { season } from '../../fixture.ts';

const all: HintKinds = { episodes: true, acts: true, scenes: true };
const page = 'Something happens.\n\n'.repeat(27);

const script = `# Episode 1

## Act One

INT. HOUSE - NIGHT

${page}
INT. ROAD [[setup: gun]] - DAY

Bang.

## Act Two

INT. HOUSE - DAY

Text.
`;

function manuscriptOf(source: string, path = 'one.fountain') {
  return season(`--- ${path}\n${source}`).context().manuscript;
}

/** `text before: label` of each hint. */
function hints(source: string, options: { path?: string; kinds?: Partial<HintKinds>; within?: Span } = {}): string[] {
  const manuscript = manuscriptOf(source, options.path);
  const within = options.within ?? { start: 0, end: source.length };
  return inlayHints(manuscript, within, { ...all, ...options.kinds }).map(({ offset, label }) => {
    const line = manuscript.text.lineAt(offset);
    return `${source.slice(manuscript.text.lineStart(line), offset)}: ${label}`;
  });
}

describe('in a script', () => {
  test('pages of episodes and acts, page and eighths of scenes', () => {
    expect(hints(script)).toEqual([
      '# Episode 1: 2 pages',
      '## Act One: pp. 1–2',
      'INT. HOUSE - NIGHT: p. 1 · 1',
      'INT. ROAD [[setup: gun]] - DAY: p. 2 · 1/8',
      '## Act Two: p. 2',
      'INT. HOUSE - DAY: p. 2 · 1/8',
    ]);
  });

  test('only those asked for, of the stretch asked for', () => {
    expect(hints(script, { kinds: { scenes: false, episodes: false } })).toEqual([
      '## Act One: pp. 1–2',
      '## Act Two: p. 2',
    ]);
    const start = script.indexOf('## Act Two');
    expect(hints(script, { within: { start, end: start + 10 } })).toEqual(['## Act Two: p. 2']);
    expect(hints(script, { within: { start: start - 8, end: start - 4 } })).toEqual([]);
  });

  test('each heading of a stretch has the hint that it has in the whole', () => {
    const whole = hints(script);
    for (let cut = 0; cut < script.length; cut += 7) {
      const parts = [
        ...hints(script, { within: { start: 0, end: cut } }),
        ...hints(script, { within: { start: cut + 1, end: script.length } }),
      ];
      expect(parts, String(cut)).toEqual(whole);
    }
  });

  test('nothing where nothing is printed', () => {
    expect(hints('# Act One\n\n# Act Two\n')).toEqual([]);
    expect(hints('')).toEqual([]);
  });
});

test('in a treatment the length is in words, and a page has 250 of them', () => {
  const source = `# Episode 1\n\n## Act One\n\n### The door\n\n${'word '.repeat(260).trim()}\n\nMore of it.\n\n### The key\n\nOne two.\n`;
  expect(hints(source, { path: 'one.treatment.md' })).toEqual([
    '# Episode 1: 2 pages · 273 words',
    '## Act One: pp. 1–2 · 271 words',
    '### The door: p. 1 · 265 words',
    '### The key: p. 2 · 4 words',
  ]);
});

test('a paragraph of a treatment that goes on over a page ends on the next one', () => {
  const source = `# Episode 1\n\n## Act One\n\n${'word '.repeat(276).trim()}\n`;
  const found = hints(source, { path: 'one.treatment.md' });
  expect(found).toEqual(['# Episode 1: 2 pages · 280 words', '## Act One: pp. 1–2 · 278 words']);
  expect(textLengths(manuscriptOf(source, 'one.treatment.md'), 0, []).whole.pageCount).toBe(2);
});

test('the tooltip says where a part stands and how long it is', () => {
  const manuscript = manuscriptOf(script);
  const tips = inlayHints(manuscript, { start: 0, end: script.length }, all).map(({ item }) =>
    hintTooltip(manuscript, item),
  );
  expect(tips).toEqual([
    '2 acts\np. 1 · 1 1/8 pages · 1 minute',
    '2 scenes\np. 1 · 1 1/8 pages · 1 minute',
    'Act One, scene 1 of 2\np. 1 · 1 page · 1 minute',
    'Act One, scene 2 of 2\np. 2 · 1/8 page · under a minute',
    '1 scene\np. 2 · 1/8 page · under a minute',
    'Act Two, scene 1 of 1\np. 2 · 1/8 page · under a minute',
  ]);
  expect(hintTooltip(manuscript, 99)).toBeUndefined();
});
