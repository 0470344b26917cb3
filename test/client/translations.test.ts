import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

/** The two files of each language, and where they stand. */
const FILES = [
  { english: 'package.nls.json', translated: (language: string) => `package.nls.${language}.json` },
  { english: 'l10n/bundle.l10n.json', translated: (language: string) => `l10n/bundle.l10n.${language}.json` },
] as const;

const LANGUAGES = ['de', 'es', 'fr'] as const;

/** Texts that are the same in English and in the language, as the word is. Whatever else is the same was forgotten. */
const SAME: Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>> = {
  de: [
    'Chekhov',
    'E{0}',
    'Finale',
    'Form',
    'Marker',
    'Name',
    'Payoff',
    'Person',
    'S{0} E{1}',
    'Setup',
    'Standard',
    'Status',
    'Synopsis',
    'The Breakfast Club',
    'Treatment',
    '{0} in {1}.',
    '{0} %',
    '{0}: {1}',
  ],
  es: ['Chekhov', 'E{0}', 'Flashback', 'crisis', 'suspense', '{0}: {1}', '~{0} min'],
  fr: [
    'Chekhov',
    'E{0}',
    'S{0} E{1}',
    'Flashback',
    'Mention',
    'Source',
    'Standard',
    '1 minute',
    'motif',
    'p. {0}',
    'secret',
    'source',
    'surprise',
    'suspense',
    'trait',
    'via {0}',
    '{0} minutes',
    '{0} page',
    'Action',
    'Dialogue',
    'Minutes',
    'Motif',
    'Pages',
    'Section',
    'Synopsis',
    'Transition',
    '1 page',
    '{0} pages',
    '~{0} min',
  ],
};

/** What VS Code or Chekhov reads in a text: it must be in the translation as it is, as often as it is. */
const READ_BY_MACHINES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['placeholders', /\{\d+\}/g],
  ['links', /\]\([^)]*\)/g],
  ['icons', /\$\([\w~-]+\)/g],
  ['code, and settings between ##', /`[^`]*`/g],
  ['annotations', /\[\[[^\]]*\]\]/g],
  ['settings that are linked', /#[\w.]+#/g],
  ['line ends', /\n/g],
];

const ABBREVIATIONS = /\b(?:Min|S|p|págs)\.$/;

/** What is shown to somebody: `52 pages`, `p. 12 · 2 3/8`, `pp. 12–31`. It looks like code, and is translated. */
const EXAMPLES = /`(?:\p{L}+\. )?\d+[ –][^`]*`/gu;

const found = (text: string, pattern: RegExp): string[] => (text.replace(EXAMPLES, '').match(pattern) ?? []).sort();

test('the languages are those that are looked at here', () => {
  const names = [...readdirSync(root), ...readdirSync(new URL('l10n', root)).map((name) => `l10n/${name}`)];
  const expected = FILES.flatMap(({ translated }) => LANGUAGES.map(translated));
  expect(names.filter((name) => /\.(nls|l10n)\.[^.]+\.json$/.test(name)).sort()).toEqual(expected.sort());
});

describe.each(LANGUAGES)('%s', (language) => {
  describe.each(FILES)('$english', ({ english, translated }) => {
    const path = translated(language);
    const [from, to] = [read(english), read(path)];
    const keys = Object.keys(from);
    const both = keys.filter((key) => key in to);

    test('has each text, and no other', () => {
      const missing = keys.filter((key) => !(key in to));
      const left = Object.keys(to).filter((key) => !(key in from));
      expect({ missing, left }, `${path}: translate what is missing, delete what is left over`).toEqual({
        missing: [],
        left: [],
      });
    });

    test('has them in the order of the English file', () => {
      expect(Object.keys(to).filter((key) => key in from)).toEqual(both);
    });

    test('leaves nothing empty', () => {
      expect(both.filter((key) => to[key]!.trim() === '')).toEqual([]);
    });

    test('leaves nothing in English', () => {
      const same = both.filter((key) => to[key] === from[key] && !SAME[language].includes(from[key]!));
      expect(same, `${path}: if it is the same word in both, add it to SAME`).toEqual([]);
    });

    test.each(READ_BY_MACHINES)('keeps %s', (_, pattern) => {
      const changed = both.filter((key) => `${found(to[key]!, pattern)}` !== `${found(from[key]!, pattern)}`);
      expect(changed, path).toEqual([]);
    });

    test('ends its sentences as they end in English', () => {
      const ends = (text: string): string => (ABBREVIATIONS.test(text) ? '' : (/(…|[.?!])?$/.exec(text)?.[1] ?? ''));
      const changed = both.filter((key) => ends(to[key]!.trimEnd()) !== ends(from[key]!));
      expect(changed, `${path}: a full stop, a question mark or three dots are missing, or too many`).toEqual([]);
    });
  });

  test('calls one thing by one word wherever it stands alone', () => {
    const bundle = read(`l10n/bundle.l10n.${language}.json`);
    const manifest = read(`package.nls.${language}.json`);
    expect(bundle['Red herring']).toBe(manifest['commands.outline.markHerring']);
    expect(bundle['Red herring']!.toLowerCase()).toBe(bundle['red herring']!.toLowerCase());
    expect(bundle.Cleared!.toLowerCase()).toBe(bundle.cleared!.toLowerCase());
    expect(bundle.Paid!.toLowerCase()).toBe(bundle.paid!.toLowerCase());
    expect(bundle['Left open']!.toLowerCase()).toBe(bundle['left open']!.toLowerCase());
  });
});

test.each(LANGUAGES)('the pages of an act are an example as the server writes them in %s', (language) => {
  const pages = read(`l10n/bundle.l10n.${language}.json`)['pp. {0}–{1}']!.replace('{0}', '12').replace('{1}', '31');
  expect(read(`package.nls.${language}.json`)['settings.inlayHints.acts']).toContain(`\`${pages}\``);
});

describe('docs/translating.md', () => {
  /** The rows of its last table. The words of German texts are compared without umlauts: Faden, Fäden. */
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const page = readFileSync(new URL('docs/translating.md', root), 'utf8');
  const table = page.slice(page.indexOf('\n| English |'));
  const rows = [...table.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
    .map(([, ...cells]) => cells as [string, string, string, string])
    .filter(([english]) => !/^(English|-+)$/.test(english));

  /** A word may have another ending: its first five letters are looked for. */
  const has = (text: string, term: string): boolean =>
    plain(term)
      .split(' ')
      .every((word) => plain(text).includes(word.slice(0, 5)));
  /** Without code, links, and what is typed: `payoff: losing-milo`. */
  const prose = (text: string): string =>
    text.replace(/`[^`]*`|\[\[[^\]]*\]\]|\([^)]*\)|#[\w.]+#|“\w+: [\w.-]+”/g, ' ');

  /**
   * Where the English word is another one: to act on a fact, to mark a turn, in turn; or where it is what one types. Texts by
   * how they begin.
   */
  const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    setup: ['tokens.annotationKind'],
    payoff: ['tokens.annotationKind'],
    reveal: ['tokens.annotationKind', 'commands.outline.reveal'],
    turn: ['settings.codeLens.threads', 'settings.inlayHints.scenes', 'Turns rules off'],
    thread: ['What it is about: an id'],
    motif: ['What is planted and pays off. kind', '“{0}” is of the kind “motif”'],
    season: ['What it is about: an id'],
    episode: ['What it is about: an id'],
    act: [
      'rules.knowledge.unlearned',
      '{0} acts on “{1}”',
      'Knowledge is action',
      'Someone acts on a fact.',
      'Turning points: inciting',
      'What kind: inciting',
    ],
    mark: ['menus.mark', 'rules.act.no-turn', 'walkthrough.annotate.title'],
    event: ['A reveal moves knowledge'],
    theme: ['settings.annotations.dim'],
    story: ['Story time'],
    study: ['walkthrough.horizon.title'],
  };

  test.each(rows)('%s', (english, ...terms) => {
    const noun = new RegExp(`\\b${english.replace(/y$/, '(?:y|ies)')}s?\\b`, 'i');
    const other: string[] = [];
    for (const { english: file, translated } of FILES) {
      const from = read(file);
      for (const [i, language] of LANGUAGES.entries()) {
        const to = read(translated(language));
        const texts = Object.keys(from).filter(
          (key) =>
            noun.test(prose(from[key]!)) && key in to && !OTHERWISE[english]?.some((begun) => key.startsWith(begun)),
        );
        other.push(
          ...texts.filter((key) => !has(to[key]!, terms[i]!)).map((key) => `${language}: ${key} = ${to[key]}`),
        );
      }
    }
    expect(other).toEqual([]);
  });
});
