import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/core/rules/table.ts';
import { chekhov } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const validator = new Validator(schema, '4', false);

const run = async (...args: string[]) => {
  const { out, code } = await chekhov(['check', ...args, '--format', 'sarif'], { cwd: root });
  return { log: JSON.parse(out), code };
};

describe('SARIF', () => {
  test('of every rule there is fits the schema', async () => {
    const { log, code } = await run('samples/broken');
    expect(validator.validate(log).errors).toEqual([]);
    expect(code).toBe(1);
    const codes = log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect([...new Set(codes)].sort()).toEqual(Object.keys(rules).sort());
  });

  test('of nothing fits it too', async () => {
    const { log, code } = await run('samples/the-long-table');
    expect(validator.validate(log).errors).toEqual([]);
    expect([log.runs[0].results, code]).toEqual([[], 0]);
  });

  test('what does not fit it is found out', () => {
    expect(validator.validate({ version: '2.1.0', runs: [{ tool: {} }] }).valid).toBe(false);
    expect(validator.validate({ version: '2.0', runs: [] }).valid).toBe(false);
  });

  test('regions count from 1, and files are named from the current folder', async () => {
    const { log } = await run('samples/broken/episode-1.fountain');
    const [result] = log.runs[0].results;
    expect(result).toMatchObject({
      ruleId: 'setup.unpaid',
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'samples/broken/episode-1.fountain', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7, startColumn: 40, endLine: 7, endColumn: 46 },
          },
        },
      ],
    });
    const text = readFileSync(path.join(root, 'samples/broken/episode-1.fountain'), 'utf8').split(/\r?\n/);
    expect(text[6]!.slice(39, 45)).toBe('pistol');
    expect(log.runs[0].originalUriBaseIds['%SRCROOT%'].uri).toMatch(/^file:\/\/\/.*\/$/);
  });

  test('each rule has its level, and what its page says', async () => {
    const { log } = await run('samples/the-long-table');
    const { driver } = log.runs[0].tool;
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(rules));
    for (const { id, help, shortDescription, fullDescription, defaultConfiguration } of driver.rules) {
      const page = readFileSync(path.join(root, `docs/rules/${id}.md`), 'utf8').replaceAll('\r\n', '\n');
      expect(help.markdown).toBe(page);
      expect(page.toLowerCase()).toContain(shortDescription.text.slice(0, -1).toLowerCase());
      expect(fullDescription.text.length, id).toBeGreaterThan(20);
      const usual = rules[id as keyof typeof rules];
      expect(defaultConfiguration.level).toBe(usual === 'error' || usual === 'warning' ? usual : 'note');
    }
  });
});
