import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Folder } from '../server/lib/folder.ts';
import { chekhov } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: Folder | undefined;
afterEach(() => folder?.remove());

const stats = (args: readonly string[], cwd = root) => chekhov(['stats', ...args], { cwd });

describe('stats', () => {
  test('of a script has its acts, speakers, places and measures', async () => {
    const { out, code } = await stats(['samples/the-long-table/the-long-table.fountain', '--format', 'json']);
    const { episodes, ...all } = JSON.parse(out);
    expect(code).toBe(0);
    expect(all).toMatchObject({ kind: 'script', pages: all.eighths / 8, minutes: all.eighths / 8 });
    expect(episodes).toHaveLength(1);
    const [{ acts, speakers, places, chamber, form, scenes }] = episodes;
    expect(form).toBe('chamber-play');
    expect(acts.map(({ title }: { title: string }) => title)).toEqual(['Act One', 'Act Two', 'Act Three']);
    expect(acts.reduce((sum: number, act: { scenes: number }) => sum + act.scenes, 0)).toBe(scenes);
    const shares = (list: { share: number }[]) => list.reduce((sum, { share }) => sum + share, 0);
    for (const list of [speakers, acts]) expect(shares(list)).toBeCloseTo(1, 1);
    expect(places[0]).toMatchObject({ name: 'The flat', share: expect.closeTo(1, 1) });
    expect(chamber).toMatchObject({ speakers: 4, breaks: 0 });
    expect(chamber.references).toHaveLength(2);
  });

  test('of a treatment has no minutes and no speakers', async () => {
    const { out } = await stats(['samples/all-her-fault/episode-8.treatment.md', '--format', 'json']);
    const all = JSON.parse(out);
    expect(all).toMatchObject({ kind: 'treatment' });
    expect(all.words).toBeGreaterThan(200);
    expect(all.minutes).toBeUndefined();
    expect(all.episodes[0].speakers).toEqual([]);
    expect(all.episodes[0].acts.length).toBeGreaterThan(1);
  });

  test('for people are tables', async () => {
    const { out } = await stats(['samples/the-long-table/the-long-table.fountain']);
    for (const head of ['Act', 'Speaker', 'Place', 'As a chamber play'])
      expect(out).toMatch(new RegExp(`^  ${head}`, 'm'));
    expect(out).toMatch(/Median of 94 produced films {2}The Breakfast Club/);
  });

  test('joins the names of one person by the study', async () => {
    folder = new Folder({
      'x.study.yaml': 'study: 1\ntitle: X\ncharacters: [{ id: ann, name: Ann Lee, aliases: [The Widow] }]\n',
      'one.fountain': 'INT. A - DAY\n\nANN\nOne two.\n\nTHE WIDOW (V.O.)\nThree.\n\nBOB\nFour.\n',
    });
    const { out } = await stats(['one.fountain', '--format', 'json'], folder.path);
    expect(JSON.parse(out).episodes[0].speakers).toEqual([
      { name: 'Ann Lee', speeches: 2, words: 3, share: 0.75 },
      { name: 'BOB', speeches: 1, words: 1, share: 0.25 },
    ]);
  });

  test.each([
    ['an empty script', '', 0],
    ['one without scenes', 'Nothing but prose.\n', 1],
  ])('%s has numbers too', async (_, text, eighths) => {
    const { out, code } = await chekhov(['stats', '-', '--format', 'json'], { cwd: root, stdin: text });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ eighths, scenes: 0 });
  });

  test.each([
    ['samples', /is a folder/],
    ['samples/broken/loose-ends.study.yaml', /is no script or treatment/],
    ['none.fountain', /is not there/],
  ])('%s is bad use', async (file, message) => {
    const { code, err, out } = await stats([file]);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });
});
