// What is written of a text is read here as a Markdown editor reads it, with GitHub's additions.
import { GFM, parser } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, oneLine } from '../../server/features/escape.ts';

const markdown = parser.configure(GFM);

/** The sorts of nodes in a Markdown text, and the text as a reader sees it. */
function read(source: string): { sorts: Set<string>; seen: string } {
  const sorts = new Set<string>();
  let seen = source;
  markdown.parse(source).iterate({
    enter: ({ name }) => void sorts.add(name),
  });
  seen = seen.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return { sorts, seen };
}

const hostile = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '<',
    '>',
    '<b>',
    '<!--',
    '-->',
    '</script>',
    '&lt;',
    '&#91;',
    '`',
    '```',
    '~~~',
    '**',
    '__',
    '~~',
  ],
  ...[
    'https://evil.example',
    'http://a',
    'www.evil.example',
    'WWW.a.b',
    'a@b.example',
    'mailto:a@b.example',
    'command:x',
    '<https://a.b>',
  ],
  ...[
    '[x](command:workbench.action.quit)',
    '[x]: command:y',
    '[x]',
    '![x](https://a/b.png)',
    '<a href="command:x">y</a>',
  ],
  ...[
    '\n',
    '\r\n',
    '\u2028',
    '\n\n',
    '\t',
    '    ',
    '\\',
    '\\\\',
    '$(bug)',
    '| a | b |\n|---|---|',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '# ',
    '> ',
    '---',
    '===',
  ],
  ...['\u202e', '\u200b', '\0', '\ud800', '😀', 'Ω', 'word', ' ', '- [ ] ', '[^1]', ':', '//', '@', 'xmpp:a@b.c/d'],
);
/** What most texts are made of, and nearly so. */
const words = fc.constantFrom(
  'word',
  'Anna’s',
  '(aside)',
  '"So?"',
  'E8',
  '1.',
  '2)',
  '-',
  '–',
  'www.a.b',
  'a:b',
  '=',
  'no!',
);
const text = fc.oneof(
  fc.array(fc.oneof(hostile, fc.string()), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
);
const harmless = ['Document', 'Escape', 'Paragraph'];

describe('text in Markdown', () => {
  it('is nothing but text, whatever it is, and stays what it was', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { sorts, seen } = read(escapeMarkdown(written));
        expect([...sorts].filter((sort) => !harmless.includes(sort))).toEqual([]);
        expect(seen).toBe(oneLine(written));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is nothing but text between other words, in a link, in a list and in a cell', () => {
    const frames: [string, string, string[]][] = [
      ['before ', ' after', []],
      ['**', '**', ['StrongEmphasis', 'EmphasisMark']],
      ['- ', '', ['BulletList', 'ListItem', 'ListMark']],
      ['[', '](command:chekhov.goTo)', ['Link', 'LinkMark', 'URL']],
      ['| a |\n| --- |\n| ', ' |', ['Table', 'TableHeader', 'TableCell', 'TableDelimiter', 'TableRow']],
    ];
    fc.assert(
      fc.property(
        text.filter((written) => oneLine(written) !== ''),
        fc.constantFrom(...frames),
        (written, [before, after, own]) => {
          const { sorts } = read(`${before}${escapeMarkdown(written)}${after}`);
          expect([...sorts].filter((sort) => !harmless.includes(sort) && !own.includes(sort))).toEqual([]);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
