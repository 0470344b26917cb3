import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadStudy } from '../../../server/core/study/load.ts';
import { completeStudy } from '../../../server/core/study-language/complete.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { speakEnglish } from '../../pseudo.ts';
import { ask, cake } from './ask.ts';
import { expanded } from './expanded.ts';

const lists = {
  sources: 'New source',
  episodes: 'New episode',
  characters: 'New character',
  places: 'New place',
  events: 'New event',
  facts: 'New fact',
  threads: 'New thread',
  reveals: 'New reveal',
  turns: 'New turn',
  craft_notes: 'New craft note',
  themes: 'New theme',
  disputes: 'New dispute',
} as const;

/** The templates that are offered at `$0` in a study file, in a season of its own, or in that of a study that is given. */
function at(source: string, study = 'study: 1\ntitle: A\n') {
  const { query } = ask(study);
  const offset = source.indexOf('$0');
  const text = source.replace('$0', '');
  const offered = completeStudy({ ...query, text: SourceText.of(text) }, offset);
  const [template] = offered.filter(({ kind }) => kind === 'template');
  /** The text after it has been taken, as VS Code does: lines below the first are indented as that of the cursor. */
  const taken = () => {
    const { start, end } = template!.edit;
    const indent = /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))![0];
    const lines = expanded(template!.snippet!).split('\n');
    return text.slice(0, start) + lines.join(`\n${indent}`) + text.slice(end);
  };
  return { offered, template, taken };
}

function speak(language: string) {
  config({
    contents: JSON.parse(readFileSync(new URL(`../../../l10n/bundle.l10n.${language}.json`, import.meta.url), 'utf8')),
  });
}
afterEach(speakEnglish);

/** What is wrong with a study, but that ids name nothing yet. */
const problems = (source: string) =>
  loadStudy('file:///a.study.yaml', source).problems.filter(({ code }) => code !== 'study.unresolved');

describe('a whole entry', () => {
  test.each(Object.entries(lists))('of %s is offered first where one begins: %s', (list, label) => {
    const { offered, template } = at(`${list}:\n  - $0\n`);
    expect(offered[0]).toBe(template);
    expect(template).toMatchObject({ label, also: expect.stringMatching(/^study-[a-z]+$/) });
    expect(template?.says).toBeTruthy();
  });

  test.each(['en', 'de', 'es', 'fr'])('of each list is valid as it stands, in %s', (language) => {
    if (language !== 'en') speak(language);
    const names = new Set<string>();
    for (const list of Object.keys(lists)) {
      for (const begun of [
        '  - $0\n',
        '  $0\n',
        '- $0\n',
        '  -   $0\n',
        '  stu$0\n',
        '  study-$0\n',
        '  - study-t$0\n',
      ]) {
        const { taken, template } = at(`study: 1\ntitle: A\n${list}:\n${begun}`);
        expect(problems(taken()), taken()).toEqual([]);
        expect(parse(taken())[list], taken()).toHaveLength(1);
        names.add(template!.label);
      }
    }
    expect(names.size).toBe(Object.keys(lists).length);
  });

  test('goes below those that are there, and above those that follow', () => {
    const { taken } = at('study: 1\ntitle: A\nfacts:\n  - id: a\n    text: A\n  $0\n\nplaces: []\n');
    expect(parse(taken()).facts).toHaveLength(2);
    expect(at('threads:\n- id: a\n  title: A\n  kind: clue\n- $0').taken()).toMatch(
      /\n- id: thread\n {2}title: Title\n/,
    );
  });

  test('has the next episode, and the sources where the study has any', () => {
    expect(at('episodes:\n  - $0\n').taken()).toContain('number: 1\n');
    expect(at('episodes:\n  - $0\n', cake).taken()).toContain('number: 3\n');
    for (const list of Object.keys(lists)) {
      expect(at(`${list}:\n  - $0\n`).template?.snippet, list).not.toContain('sources');
      const cited = at(`${list}:\n  - $0\n`, cake).template?.snippet?.includes('sources: [$');
      expect(cited, list).toBe(list !== 'sources');
    }
  });

  test.each([
    ['within an entry', 'threads:\n  - id: a\n    $0\n'],
    ['before keys that are there', 'threads:\n  - $0\n    title: A\n'],
    ['on the line of the list', 'threads: $0\n'],
    ['in brackets', 'threads: [$0]\n'],
    ['in a quoted word', 'threads:\n  - "$0"\n'],
    ['in what is no list of entries', 'files:\n  - $0\n'],
    ['in the setups of a thread', 'threads:\n  - id: a\n    setups:\n      - $0\n'],
    ['at the root of a study that is begun', 'study: 1\n$0\n'],
  ])('is not offered %s', (_, source) => {
    expect(at(source).template).toBeUndefined();
  });
});

test('a name that is a secret is offered among aliases, in brackets too', () => {
  const head = 'study: 1\ntitle: A\ncharacters:\n  - id: a\n    name: A\n';
  for (const written of ['    aliases: [$0]\n', '    aliases: [B, $0]\n', '    aliases:\n      - $0\n']) {
    const { taken, template } = at(head + written);
    expect(template?.label).toBe('New secret name');
    expect(parse(taken()).characters[0].aliases.at(-1)).toEqual({ name: 'The stranger', until: 'reveal' });
  }
});

test('a whole study is offered in an empty file', () => {
  for (const source of ['$0', '# A comment\n$0', '\n$0\n', 'stu$0']) {
    const { template, taken } = at(source);
    expect(template).toMatchObject({ label: 'New study', also: 'study' });
    expect(problems(taken())).toEqual([]);
  }
});

test('what a translation says is no sign of a snippet', () => {
  config({ contents: { Title: 'A} $1 \\ B' } });
  expect(at('sources:\n  - $0\n').template?.snippet).toMatch(/title: \$\{2:A\\\} \\\$1 \\\\ B\}/);
});
