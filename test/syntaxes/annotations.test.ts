import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SPELLINGS } from '../../server/core/annotations/kinds.ts';
import { parseAnnotation } from '../../server/core/annotations/parse.ts';
import { scopesOf, tokenise } from './tokenise.ts';

const isAnnotation = async (text: string): Promise<boolean> =>
  scopesOf(await tokenise('source.fountain', `Text ${text}`), 0).includes('keyword.control.annotation');

/** The grammar lights up exactly those notes that the parser takes for annotations. */
describe('agrees with the parser', () => {
  const bodies = [
    'crash',
    'crash, x for=y',
    'A title | note',
    '-6y',
    'now',
    'day 3',
    'setup.unpaid',
    ' | only a note',
    '',
  ];
  const words = [
    ...SPELLINGS,
    'beat A',
    'storyline',
    'marker',
    'marker red',
    'todo',
    'todo later',
    'note',
    'setups',
    'SETUP',
  ];
  const notes = words.flatMap((word) => bodies.map((body) => `${word}: ${body}`));
  const others = [
    ...['setup', 'setup crash', 'the setup: x', ': x', 'storyline A, B', 'storyline', 'beat x', '  payoff  :  key  '],
    ...[
      'story: yesterday',
      'story: -3h, at=1:02',
      'story: 2019-03-02',
      'story: 2 days',
      'ignore: this for now',
      'ignore:',
    ],
  ];
  test.each([...notes, ...others])('[[%s]]', async (inside) => {
    const read = parseAnnotation(inside, 0, 'note');
    const typo = read?.problems.some((it) => it.code === 'annotation.typo') ?? false;
    expect(await isAnnotation(`[[${inside}]]`)).toBe(read !== undefined && !typo);
  });
});

describe('parts', () => {
  test.each([
    ['[[setup: crash]]', 'crash', 'variable.other.constant.thread'],
    ["[[setup: Peter's soy allergy]]", 'allergy', 'variable.other.constant.thread'],
    ['[[reveal: baby-swap]]', 'baby-swap', 'entity.name.type.fact'],
    ['[[setup: crash for=baby-swap]]', 'baby-swap', 'entity.name.type.fact'],
    ['[[reveal: x to=marissa, audience via=y]]', 'audience', 'entity.name.function.person'],
    ['[[reveal: x to=marissa, audience via=y]]', 'via', 'variable.parameter.key'],
    ['[[reveal: x via="a long confession"]]', 'confession', 'string.unquoted.value'],
    ['[[setup: x at=41:30]]', '41:30', 'constant.numeric.time'],
    ['[[herring: x cleared]]', 'cleared', 'storage.modifier.cleared'],
    ['[[setup: cleared-it]]', 'cleared-it', 'variable.other.constant.thread'],
    ['[[turn: act-out | why]]', 'act-out', 'constant.language'],
    ['[[turn: act-out | why]]', 'why', 'comment.block.annotation'],
    ['[[craft: Title | text]]', 'Title', 'string.unquoted.title'],
    ['[[craft: text]]', 'text', 'comment.block.annotation'],
    ['[[ignore: setup.unpaid]]', 'setup.unpaid', 'support.constant.rule'],
  ])('%s: %s', async (text, part, scope) => {
    expect(scopesOf(await tokenise('source.fountain', text), 0, part)).toContain(scope);
  });

  test('no annotation inside a boneyard, a longer note or code', async () => {
    const script = await tokenise('source.fountain', '/* [[setup: x]]\n[[setup: x]] */\n\n[[a\n[[setup: x]]');
    const treatment = await tokenise('text.html.markdown', '`[[setup: x]]`\n\n```\n<!-- setup: x -->\n```');
    for (const lines of [script, treatment]) {
      expect(lines.map((_, line) => scopesOf(lines, line)).join()).not.toContain('meta.annotation');
    }
  });

  test('what follows an annotation at the beginning of a line is what it would be without', async () => {
    const script = await tokenise('source.fountain', '[[setup: x]] She is *late*.\nBOB');
    expect(scopesOf(script, 0, 'late')).toContain('markup.italic');
    expect(scopesOf(script, 1)).not.toContain('character');
    const treatment = await tokenise('text.html.markdown', '[[setup: x]] She is **late**.');
    expect(scopesOf(treatment, 0, 'late')).toContain('markup.bold');
  });
});

test('the grammar of comments is that of notes but for the brackets', () => {
  const read = (name: string): { patterns: unknown } =>
    JSON.parse(readFileSync(new URL(`../../syntaxes/${name}.tmLanguage.json`, import.meta.url), 'utf8'));
  const notes = JSON.stringify(read('annotation').patterns)
    .replaceAll('\\\\[\\\\[', '<!--')
    .replaceAll('\\\\]\\\\]', '-->')
    .replaceAll('"#', '"chekhov.annotation#');
  expect(JSON.parse(notes)).toEqual(read('annotation-comment').patterns);
});
