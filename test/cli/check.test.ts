import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Folder } from '../server/lib/folder.ts';
import { chekhov, type RunOptions } from './run.ts';

let folder: Folder;
afterEach(() => folder.remove());

const episode = (number: number, text: string) => `Episode: ${number}\n\nINT. A - DAY\n\n${text}\n`;
const bang = 'INT. A - DAY\n\nBang. [[payoff: gun]]\n';
const invalid = 'study: 1\ntitle: X\nthreads: 3\n';

const check = (args: readonly string[], options: Partial<RunOptions> = {}) =>
  chekhov(['check', ...args], { cwd: folder.path, ...options });

async function found(args: readonly string[], options: Partial<RunOptions> = {}): Promise<string[]> {
  const { out } = await check([...args, '--format', 'json'], options);
  return JSON.parse(out).diagnostics.map(
    (one: { file: string; severity: string; code: string }) => `${one.file} ${one.severity} ${one.code}`,
  );
}

describe('check --format json', () => {
  test('has these fields and no others; lines and characters count from 0', async () => {
    folder = new Folder({ 'one.fountain': bang });
    const { out, err, code } = await check(['one.fountain', '--format', 'json']);
    expect(JSON.parse(out)).toEqual({
      diagnostics: [
        {
          file: 'one.fountain',
          line: 2,
          character: 16,
          endLine: 2,
          endCharacter: 19,
          code: 'payoff.unplanted',
          severity: 'warning',
          message: expect.stringContaining('gun'),
        },
      ],
    });
    expect([err, code]).toEqual(['', 0]);
  });

  test('knows the whole season, and reports on what was asked about', async () => {
    folder = new Folder({
      'show/x.study.yaml': 'study: 1\ntitle: X\nthreads: [{ id: knife, title: The knife, kind: object }]\n',
      'show/one/e1.fountain': episode(1, 'A gun. [[setup: knife]] [[setup: gun]]'),
      'show/two/e2.fountain': episode(2, 'Bang. [[payoff: knife]] [[payoff: lamp]]'),
    });
    expect(await found(['show/two/e2.fountain'])).toEqual([
      'show/two/e2.fountain warning payoff.unplanted',
      'show/two/e2.fountain warning thread.unknown',
    ]);
    for (const cwd of ['show/two', 'show/one', 'show'])
      expect(await found([join(folder.path, 'show/two/e2.fountain')], { cwd: join(folder.path, cwd) })).toHaveLength(2);
  });

  test.each([
    ['Text.', ['e1.fountain info setup.forgotten']],
    ['A revolver.', []],
  ])('reads the prose of the other episodes, where a rule asks what they mention: %s', async (text, expected) => {
    const texts = ['[[setup: gun]]', '.', '.', text, '.', '.', '[[payoff: gun]]'];
    folder = new Folder({
      'x.study.yaml': 'study: 1\ntitle: X\nthreads: [{ id: gun, title: Gun, kind: object, cues: [revolver] }]\n',
      ...Object.fromEntries(texts.map((one, i) => [`e${i + 1}.fountain`, episode(i + 1, one)])),
    });
    expect(await found(['e1.fountain', '--rule', 'setup.unreinforced=off'])).toEqual(expected);
  });

  test('looks for a study no further than the project goes', async () => {
    folder = new Folder({
      'x.study.yaml': 'study: 1\ntitle: X\nthreads: [{ id: knife, title: The knife, kind: object }]\n',
      'show/.git/HEAD': 'x',
      'show/one.fountain': episode(2, '[[setup: gun]]'),
      'other/one.fountain': episode(2, '[[setup: gun]]'),
    });
    expect(await found(['show'])).toEqual(['show/one.fountain hint setup.unpaid']);
    expect(await found(['other'])).toContain('other/one.fountain warning thread.unknown');
  });

  test('names files as they were given, those of a folder by it', async () => {
    folder = new Folder({ 'a/b/one.fountain': bang });
    const absolute = join(folder.path, 'a/b/one.fountain');
    expect(await found([absolute])).toEqual([`${absolute} warning payoff.unplanted`]);
    expect(await found(['./a/b/one.fountain'])).toEqual(['./a/b/one.fountain warning payoff.unplanted']);
    expect(await found(['a'])).toEqual(['a/b/one.fountain warning payoff.unplanted']);
    expect(await found(['.'])).toEqual(['a/b/one.fountain warning payoff.unplanted']);
    expect(await found(['a', 'a/b/one.fountain', '.'])).toHaveLength(1);
  });

  test('finds all severities, also in texts without annotations', async () => {
    folder = new Folder({ 'one.fountain': 'INT. A - DAY\nSun.\n', 'x.study.yaml': invalid });
    expect(await found(['.'])).toEqual(['one.fountain hint heading.blank-line', 'x.study.yaml error study.invalid']);
  });

  test('is printed in little memory where much is found in one long line', { timeout: 60_000 }, async () => {
    folder = new Folder({ 'one.fountain': '[[setpu: a]] '.repeat(12_000) });
    const { out, err, code } = await check(['one.fountain', '--format', 'json'], {
      env: { NODE_OPTIONS: '--max-old-space-size=400' },
    });
    expect([err, code]).toEqual(['', 0]);
    expect(JSON.parse(out).diagnostics).toHaveLength(12_000);
  });
});

describe('the files of a folder', () => {
  test('are scripts, treatments, studies, and the Markdown that a study names', async () => {
    folder = new Folder({
      'README.md': '[[payoff: gun]]\n',
      'x.study.yaml': 'study: 1\ntitle: X\nfiles: ["told/*.md"]\n',
      'told/one.md': '[[payoff: gun]]\n',
      'two.treatment.md': '[[payoff: lamp]]\n',
      'three.spmd': '[[payoff: key]]\n',
    });
    expect((await found(['.'])).map((line) => line.split(' ')[0])).toEqual([
      'three.spmd',
      'told/one.md',
      'two.treatment.md',
    ]);
  });

  test('leave out drafts, unless these are asked for, and what --ignore names', async () => {
    folder = new Folder({ 'drafts/one.fountain': bang, 'old/two.fountain': bang, 'three.fountain': bang });
    const three = 'three.fountain warning payoff.unplanted';
    const two = 'old/two.fountain warning payoff.unplanted';
    expect(await found(['.'])).toEqual([two, three]);
    expect(await found(['drafts'])).toHaveLength(1);
    expect(await found(['drafts/one.fountain'])).toHaveLength(1);
    for (const glob of ['old', 'old/', 'old/**', '**/two.*', 'two.fountain'])
      expect(await found(['.', '--ignore', glob]), glob).toEqual([three]);
    expect(await found(['.', '--ignore', 'old', '--ignore', 'three*'])).toEqual([]);
    expect(await found(['old/two.fountain', '--ignore', 'old'])).toEqual([]);
  });

  test('that cannot be read are told of, and the others go on', async () => {
    folder = new Folder({ 'one.fountain': bang, 'two.fountain': new Uint8Array([0, 1, 2, 0]) });
    symlinkSync('nowhere', join(folder.path, 'three.fountain'));
    symlinkSync('nowhere', join(folder.path, 'notes.txt'));
    const { out, err, code } = await check(['.']);
    expect(out).toContain('payoff.unplanted');
    expect(err.trim().split('\n').sort()).toEqual([
      'chekhov: three.fountain is left out: it is not there',
      'chekhov: two.fountain is skipped: it is binary.',
    ]);
    expect(code).toBe(2);
  });

  test('are read as the server reads them: UTF-16, and what is no UTF-8', async () => {
    const latin = new Uint8Array([...Buffer.from(bang, 'latin1'), 0xe9]);
    const utf16 = Buffer.from(`\ufeff${bang}`, 'utf16le');
    folder = new Folder({ 'one.fountain': latin, 'two.fountain': utf16 });
    expect(await found(['.'])).toHaveLength(2);
  });
});

describe('stdin', () => {
  test('is a script that stands alone', async () => {
    folder = new Folder({ 'e1.fountain': episode(1, 'A gun. [[setup: gun]]') });
    expect(await found(['-'], { stdin: episode(2, 'Bang. [[payoff: gun]]') })).toEqual([
      '<stdin> warning payoff.unplanted',
    ]);
  });

  test('counts as the file that --stdin-name names, there or not', async () => {
    folder = new Folder({ 'e1.fountain': episode(1, 'A gun. [[setup: gun]]'), 'e2.fountain': 'x' });
    const stdin = episode(2, 'Bang. [[payoff: gun]] [[payoff: lamp]]');
    expect(await found(['-', '--stdin-name', 'e2.fountain'], { stdin })).toEqual([
      'e2.fountain warning payoff.unplanted',
    ]);
    expect(await found(['-', '--stdin-name', 'e3.fountain'], { stdin })).toHaveLength(1);
    expect(await found(['-', '--stdin-name', 'x.study.yaml'], { stdin: invalid })).toEqual([
      'x.study.yaml error study.invalid',
    ]);
  });
});

describe('settings', () => {
  const settings = (json: string) => ({ 'one.fountain': bang, '.vscode/settings.json': json });

  test('are read from .vscode/settings.json, with comments', async () => {
    folder = new Folder(settings('{\n  // loud\n  "chekhov.rules": { "payoff.unplanted": "error", },\n}\n'));
    expect(await found(['one.fountain'])).toEqual(['one.fountain error payoff.unplanted']);
    expect(await found(['one.fountain', '--no-settings'])).toEqual(['one.fountain warning payoff.unplanted']);
    expect(await found(['one.fountain', '--rule', 'payoff.unplanted=off'])).toEqual([]);
  });

  test('of limits and exclusion too; what is wrong with one is said', async () => {
    folder = new Folder({
      '.vscode/settings.json': '{"chekhov.limits.rushedPages": -2, "chekhov.exclude": "old/**"}',
      'old/one.fountain': bang,
      'e1.fountain': episode(1, '[[setup: gun]]'),
      'e2.fountain': episode(2, '[[payoff: gun]]'),
    });
    const { out, err, code } = await check(['.']);
    expect(out).toBe('Nothing found in 2 files.\n');
    expect(err).toContain('chekhov.limits.rushedPages is -2');
    expect(code).toBe(0);
    expect(await found(['.', '--limit', 'unreinforcedEpisodes=0', '--limit', 'rushedPages=1'])).toEqual([
      'e1.fountain info setup.unreinforced',
    ]);
  });

  test('that cannot be read are told of', async () => {
    folder = new Folder(settings('{"chekhov.rules": { "payoff.unplanted": "off" '));
    const { err, code } = await check(['one.fountain']);
    expect(err).toMatch(/settings\.json has a mistake in line 1/);
    expect(code).toBe(0);
  });

  test('the horizon hides what is told later', async () => {
    folder = new Folder({ 'e1.fountain': episode(1, '[[payoff: gun]]'), 'e2.fountain': episode(2, '[[setup: gun]]') });
    expect(await found(['.'])).toEqual(['e1.fountain warning payoff.before-setup']);
    expect(await found(['.', '--horizon', '1'])).toEqual([]);
  });
});

describe('the exit code', () => {
  test('is 1 for an error, and for more warnings than allowed', async () => {
    folder = new Folder({ 'one.fountain': bang, 'x.study.yaml': invalid });
    const code = async (...args: string[]) => (await check(args)).code;
    expect(await code('x.study.yaml')).toBe(1);
    expect(await code('one.fountain')).toBe(0);
    expect(await code('one.fountain', '--max-warnings', '1')).toBe(0);
    expect(await code('one.fountain', '--max-warnings', '0')).toBe(1);
    expect(await code('one.fountain', '--rule', 'payoff.unplanted=error')).toBe(1);
    expect(await code('one.fountain', '--rule', 'payoff.unplanted=info', '--max-warnings', '0')).toBe(0);
  });

  test.each([
    [['nothing.fountain'], /nothing\.fountain is not there/],
    [['notes.txt'], /notes\.txt is no script, treatment or study/],
    [[], /missing required argument/],
    [['.', '--format', 'xml'], /Allowed choices are pretty, json, sarif/],
    [['.', '--max-warnings', '-1'], /whole number/],
    [['.', '--rule', 'setup.unpayed=off'], /no rule “setup\.unpayed”/],
    [['.', '--rule', 'setup.unpaid=loud'], /off, hint, info, warning, error/],
    [['.', '--limit', 'chamberPlace=70'], /a number from 0 to 1/],
    [['.', '--limit', 'rushedPages='], /a whole number/],
    [['.', '--horizon', 'soon'], /the number of an episode/],
    [['.', '--stdin-name', 'x.fountain'], /for “-”/],
    [['-', '--stdin-name', 'notes.txt'], /no script/],
    [['.', '--bogus'], /unknown option/],
  ])('is 2 for bad use: %j', async (args, message) => {
    folder = new Folder({ 'notes.txt': 'x' });
    const { code, out, err } = await check(args);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('Markdown that is no treatment is passed over, and nobody fails for it', async () => {
    folder = new Folder({ 'README.md': bang, 'one.fountain': 'INT. A - DAY\n\nSun.\n' });
    const { code, out, err } = await check(['README.md', 'one.fountain']);
    expect(err).toContain('README.md is passed over: no study names it');
    expect([code, out]).toEqual([0, 'Nothing found in 1 file.\n']);
  });
});

describe('check for people', () => {
  test('shows each finding with its line, what it has to do with, and how many there are', async () => {
    folder = new Folder({ 'e1.fountain': episode(1, '[[payoff: gun]]'), 'e2.fountain': episode(2, '[[setup: gun]]') });
    expect((await check(['.'])).out).toBe(
      [
        'e1.fountain',
        '    5:11  warning  “gun” is paid off before it is set up.  payoff.before-setup',
        '          [[payoff: gun]]',
        '                    ^^^',
        '          The setup: e2.fountain:5:1',
        '',
        '1 found in 2 files: 1 warning.',
        '',
      ].join('\n'),
    );
  });

  test('in colours where they are wanted, and not where they are not', async () => {
    folder = new Folder({ 'one.fountain': bang });
    const out = async (env: Record<string, string>) => (await check(['.'], { env })).out;
    expect(await out({})).not.toContain('\x1b[');
    expect(await out({ FORCE_COLOR: '1' })).toContain('\x1b[33mwarning');
    expect(await out({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\x1b[');
    expect(await out({ FORCE_COLOR: '0' })).not.toContain('\x1b[');
  });

  test('nothing in a text can move the cursor or hide what follows', async () => {
    const hostile = 'INT. A - DAY\n\n\x1b[2J\u202e [[payoff: g\x1b]0;title\x07un]]\n';
    folder = new Folder({ 'one.fountain': hostile });
    const { out } = await check(['.']);
    expect(out).toContain('payoff.unplanted');
    expect(out.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('a long line is cut around what is found, wide signs count for two', async () => {
    const long = 'Sun and rain. '.repeat(30);
    folder = new Folder({ 'one.fountain': `INT. A - DAY\n\n${long}[[payoff: gun]] ${long}\n\n漢字 [[payoff: key]]\n` });
    const lines = (await check(['.'])).out.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(120);
    const at = (word: string) => lines.findIndex((line) => line.includes(`[[payoff: ${word}]]`));
    expect(lines[at('gun')]!.indexOf('gun]]')).toBe(lines[at('gun') + 1]!.indexOf('^^^'));
    expect(lines[at('key')]!.indexOf('key]]') + 2).toBe(lines[at('key') + 1]!.indexOf('^^^'));
  });
});
