import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Script } from '../../server/core/fountain/script.ts';
import { itemsOf } from '../../server/core/season/items.ts';
import { loadStudy } from '../../server/core/study/load.ts';

interface Snippet {
  readonly prefix: string;
  readonly include?: string;
  readonly description: string;
  readonly body: readonly string[];
}

const read = (name: string): [string, Snippet][] =>
  Object.entries(JSON.parse(readFileSync(new URL(`../../snippets/${name}.json`, import.meta.url), 'utf8')));

/** What is written when every placeholder is left as it is. */
const expanded = ({ body }: Snippet): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\$CURRENT_\w+/g, '1');

describe('snippets for study files', () => {
  const snippets = read('study');

  test.each(snippets)('%s is offered in study files alone, and by a name of its own', (_, snippet) => {
    expect(snippet.include).toBe('*.study.yaml');
    expect(snippet.prefix).toMatch(/^study/);
    expect(snippets.filter(([, { prefix }]) => prefix === snippet.prefix)).toHaveLength(1);
  });

  const lists: Readonly<Record<string, string>> = {
    'Study: episode': 'episodes',
    'Study: character': 'characters',
    'Study: event': 'events',
    'Study: fact': 'facts',
    'Study: thread': 'threads',
    'Study: reveal': 'reveals',
    'Study: turn': 'turns',
    'Study: craft note': 'craft_notes',
  };
  test.each(snippets)('%s is valid as it stands', (name, snippet) => {
    const text = expanded(snippet);
    const list = lists[name];
    if (name === 'Study: secret name') expect(parse(text)).toEqual({ name: 'The stranger', until: 'reveal' });
    else {
      const source = list ? `study: 1\ntitle: A\n${list}:\n${text.replace(/^/gm, '  ')}\n` : text;
      const { problems } = loadStudy('file:///a.study.yaml', source);
      // What it names is not there yet.
      expect(problems.filter(({ code }) => code !== 'study.unresolved')).toEqual([]);
    }
  });
});

describe('snippets for scripts', () => {
  test.each(read('fountain'))('%s is read as what it is', (_, snippet) => {
    const script = Script.parse(`INT. A - DAY\n\n${expanded(snippet)}`);
    const items = itemsOf(script.facts);
    expect(items.filter(({ type }) => type === 'slip')).toEqual([]);
    for (const [i, item] of items.entries())
      if (item.type === 'mark') expect(script.annotation(i)!.problems).toEqual([]);
    if (snippet.prefix.startsWith('annotate-')) expect(items.some(({ type }) => type === 'mark')).toBe(true);
    // A word of everyday prose must not bring it up.
    expect(snippet.prefix).toMatch(/^(annotate|fountain)-/);
  });
});
