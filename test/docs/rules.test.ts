import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../server/core/rules/limits.ts';
import { rules } from '../../server/core/rules/table.ts';
import { findAll } from '../samples/load.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/rules');

const endings: Record<string, string> = { fountain: 'fountain', markdown: 'treatment.md', yaml: 'study.yaml' };

describe('docs/rules', () => {
  it('has a page for each rule, and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(rules)
        .map((code) => `${code}.md`)
        .sort(),
    );
  });

  it.each(Object.entries(rules))(
    '%s: its page says what it is by default, and shows why, how to mend it, how to turn it off',
    (code, level) => {
      const page = readFileSync(path.join(folder, `${code}.md`), 'utf8');
      expect(page.startsWith(`# \`${code}\``)).toBe(true);
      expect(page).toContain(`Default: **${level}**.`);
      for (const heading of ['## Example', '## To mend it', '## To turn it off']) expect(page).toContain(heading);
    },
  );

  it.each(Object.entries(rules))('%s: what its example shows is found', (code, level) => {
    const page = readFileSync(path.join(folder, `${code}.md`), 'utf8');
    const example = page.slice(page.indexOf('## Example'), page.indexOf('## To mend it'));
    const blocks = [...example.matchAll(/^```(fountain|markdown|yaml)\n(.*?)^```$/gms)];
    const texts = new Map(blocks.map(([, language, text]) => [`story.${endings[language!]}`, text!]));
    expect(texts.size).toBeGreaterThan(0);
    expect(findAll(texts).filter((one) => one.code === code)).not.toEqual([]);
    expect(findAll(texts).find((one) => one.code === code)).toMatchObject({ severity: level });
  });

  it.each(Object.entries(limits))('%s is named, with its default, on the page of its rule', (name, limit) => {
    const page = readFileSync(path.join(folder, `${limit.rule}.md`), 'utf8');
    expect(page).toContain('## To change its limit');
    expect(page).toContain(`\`"chekhov.limits.${name}": ${limit.default}\``);
  });
});
