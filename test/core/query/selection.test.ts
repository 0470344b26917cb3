import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Script } from '../../../server/core/fountain/script.ts';
import { selectionSteps } from '../../../server/core/query/selection/selection.ts';
import { studySelectionSteps } from '../../../server/core/study-language/selection.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import type { Span } from '../../../server/core/text/span.ts';
import { Treatment } from '../../../server/core/treatment/treatment.ts';

/** What is selected at `$0`, step by step; but for everything, which comes last. */
function steps(source: string, kind: 'script' | 'treatment' | 'study' = 'script'): string[] {
  const offset = source.indexOf('$0');
  const text = source.replace('$0', '');
  const spans = spansAt(text, offset, kind);
  expect(text.slice(spans.at(-1)!.start, spans.at(-1)!.end)).toBe(text);
  return spans.slice(0, -1).map(({ start, end }) => text.slice(start, end));
}

function spansAt(text: string, offset: number, kind: 'script' | 'treatment' | 'study'): Span[] {
  if (kind === 'study') return studySelectionSteps(SourceText.of(text), offset);
  return selectionSteps(kind === 'script' ? Script.parse(text) : Treatment.parse(text), offset);
}

const speech = 'ANNA (V.O.)\n(softly)\nIt is late. Go ho$0me, Mr. Bo. Please.\nNow.';

describe('in a script', () => {
  test('word, sentence, dialogue, speech with its cue, scene, act, episode', () => {
    const scene = `INT. HOUSE - NIGHT\n\nRain.\n\n${speech}`;
    const act = `## Act One\n\n${scene}\n\nINT. ROAD - DAY\n\nText.`;
    const plain = (text: string) => text.replace('$0', '');
    expect(steps(`# Episode 1\n\n${act}\n\n## Act Two\n\nINT. X\n\nText.\n\n# Episode 2\n\nText.\n`)).toEqual([
      'home',
      'Go home, Mr. Bo.',
      'It is late. Go home, Mr. Bo. Please.\nNow.',
      plain(speech),
      plain(scene),
      plain(act),
      plain(`# Episode 1\n\n${act}\n\n## Act Two\n\nINT. X\n\nText.`),
    ]);
  });

  test('the cue is part of its speech', () => {
    expect(steps('INT. A\n\nAN$0NA\nHello.\n\nBO\nYes.\n')).toEqual(['ANNA', 'ANNA\nHello.']);
  });

  test('action, and headings', () => {
    expect(steps('INT. A\n\nHe ru$0ns. She stays.\n\nBO\nYes.\n\nINT. B\n\nText.\n')).toEqual([
      'runs',
      'He runs.',
      'He runs. She stays.',
      'INT. A\n\nHe runs. She stays.\n\nBO\nYes.',
    ]);
    expect(steps('INT. HO$0USE - NIGHT\n\nText.\n\nINT. B\n\nText.\n')).toEqual([
      'HOUSE',
      'INT. HOUSE - NIGHT',
      'INT. HOUSE - NIGHT\n\nText.',
    ]);
  });

  test('a title page', () => {
    expect(steps('Title: The Lo$0ng Table\nAuthor: A\n\nText.\n')).toEqual([
      'Long',
      'Title: The Long Table',
      'Title: The Long Table\nAuthor: A',
    ]);
  });
});

describe('in an annotation', () => {
  const mark = (text: string) => steps(`A key. Here [[${text}]] it lies. More.\n`).slice(0, -1);

  test('id, body, annotation, and then the text around it', () => {
    expect(mark('setup: brass-k$0ey for=murder | why so')).toEqual([
      'brass-key',
      'setup: brass-key for=murder | why so',
      '[[setup: brass-key for=murder | why so]]',
      'Here [[setup: brass-key for=murder | why so]] it lies.',
    ]);
  });

  test('word, value, key, note', () => {
    expect(mark('reveal: murder to=anna,b$0o via="a long letter"').slice(0, 4)).toEqual([
      'bo',
      'anna,bo',
      'to=anna,bo',
      'reveal: murder to=anna,bo via="a long letter"',
    ]);
    expect(mark('reveal: murder via="a lo$0ng letter"').slice(0, 3)).toEqual([
      'long',
      'a long letter',
      'via="a long letter"',
    ]);
    expect(mark('setup: gun | why s$0o').slice(0, 2)).toEqual(['so', 'why so']);
  });
});

test('in a treatment: word, sentence, paragraph, scene, act', () => {
  const act = '## Act One\n\n### A door\n\nHe op$0ens it. She waits.\n\nMore.';
  expect(steps(`# Episode 1\n\n${act}\n\n## Act Two\n\nText.\n`, 'treatment').slice(0, 5)).toEqual([
    'opens',
    'He opens it.',
    'He opens it. She waits.',
    '### A door\n\nHe opens it. She waits.\n\nMore.',
    act.replace('$0', ''),
  ]);
  expect(steps('Text.\n\n<!-- setup: gu$0n | why -->\n', 'treatment')).toEqual([
    'gun',
    'setup: gun | why',
    '<!-- setup: gun | why -->',
  ]);
});

test('in a study: word, value, entry, list', () => {
  const list = 'threads:\n  - id: gun\n    title: The big g$0un\n  - id: glass';
  expect(steps(`study: 1\n${list}\n`, 'study')).toEqual([
    'gun',
    'The big gun',
    '- id: gun\n    title: The big gun',
    list.replace('$0', ''),
  ]);
});

test('each step lies strictly within the next, holds the place, and the last is everything', () => {
  const pieces = ['\n', '\n\n', ' ', 'Title: A', '# Episode 1', '## Act One', 'INT. HOUSE - NIGHT', 'ANNA', '(x)'];
  const marks = ['[[setup: gun for=a,b | x. y]]', '<!-- reveal: a to=b -->', '[[', ']]', '/*', '*/', '---', '- a: b'];
  const words = ['He runs. She ', 'waits! “No?”', '\u{1F3AC}', '\r\n', '\r', 'key: value', '\u3002\u4f60'];
  const source = fc.array(fc.constantFrom(...pieces, ...marks, ...words), { maxLength: 25 }).map((all) => all.join(''));
  const kind = fc.constantFrom('script', 'treatment', 'study');
  fc.assert(
    fc.property(source, kind, fc.nat(), (text, of, at) => {
      const offset = at % (text.length + 1);
      const spans = spansAt(text, offset, of);
      expect(spans.at(-1)).toEqual({ start: 0, end: text.length });
      for (const [i, { start, end }] of spans.entries()) {
        expect(start <= offset && offset <= end).toBe(true);
        const inner = spans[i - 1];
        if (!inner) continue;
        expect(start <= inner.start && inner.end <= end).toBe(true);
        expect(end - start).toBeGreaterThan(inner.end - inner.start);
      }
    }),
    { numRuns: 300 },
  );
});
