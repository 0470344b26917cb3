import { describe, expect, test } from 'vitest';
import { Catalogue, type CatalogueSettings, defaultSettings } from '../../../server/core/season/catalogue.ts';
import { loadStudy } from '../../../server/core/study/load.ts';

const root = 'file:///w';

function catalogue(studies: Record<string, string>, settings: Partial<CatalogueSettings> = {}): Catalogue {
  const loaded = Object.entries(studies).map(([path, text]) => loadStudy(`${root}/${path}`, text).study!);
  return new Catalogue(loaded, { ...defaultSettings, folders: [root], ...settings });
}

const place = (in_: Catalogue, path: string, more: { study?: string; numbered?: boolean } = {}) =>
  in_.assign({ uri: `${root}/${path}`, numbered: false, ...more });

describe('which study applies', () => {
  const nested = catalogue({ 'all.study.yaml': 'title: All', 'two/two.study.yaml': 'title: Two' });

  test('the nearest, from the folder of the file upward', () => {
    expect(place(nested, 'a.fountain').study).toBe(`${root}/all.study.yaml`);
    expect(place(nested, 'one/deep/a.fountain').study).toBe(`${root}/all.study.yaml`);
    expect(place(nested, 'two/deep/a.fountain').study).toBe(`${root}/two/two.study.yaml`);
  });

  test('none from above the workspace folder', () => {
    const inner = catalogue({ 'all.study.yaml': 'title: All' }, { folders: [`${root}/one`] });
    expect(place(inner, 'one/a.fountain').study).toBeUndefined();
    expect(place(inner, 'a.fountain').study).toBe(`${root}/all.study.yaml`);
  });

  test('of nested workspace folders the innermost is the end', () => {
    const both = catalogue({ 'all.study.yaml': 'title: All' }, { folders: [root, `${root}/one`] });
    expect(place(both, 'one/a.fountain').study).toBeUndefined();
  });

  test('of several in one folder the one whose files match', () => {
    const two = catalogue({
      'a.study.yaml': 'title: A\nfiles: ["*.fountain"]',
      'b.study.yaml': 'title: B\nfiles: ["*.treatment.md"]',
    });
    expect(place(two, 'x.treatment.md')).toEqual({ season: `${root}/b.study.yaml`, study: `${root}/b.study.yaml` });
  });

  test('else the first by name, with a hint', () => {
    const two = catalogue({ 'b10.study.yaml': 'title: B', 'b9.study.yaml': 'title: A' });
    expect(place(two, 'x.fountain')).toMatchObject({
      study: `${root}/b9.study.yaml`,
      hint: expect.stringContaining('b9'),
    });
  });

  test('a file may say none, or name one', () => {
    expect(place(nested, 'a.fountain', { study: 'None' })).toEqual({ season: `${root}/a.fountain` });
    expect(place(nested, 'two/a.fountain', { study: 'all' }).study).toBe(`${root}/all.study.yaml`);
  });

  test('one that is nowhere is passed over, with a hint', () => {
    expect(place(nested, 'a.fountain', { study: 'lost' })).toMatchObject({
      study: `${root}/all.study.yaml`,
      hint: '“Study: lost” names no study from this folder up.',
    });
    expect(place(catalogue({}), 'a.fountain', { study: 'lost' }).hint).toContain('lost');
    expect(place(nested, 'a.fountain', { study: ' ' }).hint).toBeUndefined();
    expect(place(nested, 'a.fountain', { study: '__proto__' }).study).toBe(`${root}/all.study.yaml`);
  });
});

describe('without a study', () => {
  const bare = catalogue({});

  test('the files of one folder that have a number make a season', () => {
    const one = place(bare, 'show/e1.fountain', { numbered: true }).season;
    expect(place(bare, 'show/e2.treatment.md', { numbered: true }).season).toBe(one);
    expect(place(bare, 'other/e2.fountain', { numbered: true }).season).not.toBe(one);
  });

  test('every other file stands alone', () => {
    expect(place(bare, 'show/a.fountain').season).toBe(`${root}/show/a.fountain`);
    expect(bare.assign({ uri: 'untitled:Untitled-1', numbered: true }).season).toBe('untitled:Untitled-1');
  });
});

describe('folders that stand alone', () => {
  test('by default drafts, archive and node_modules', () => {
    const one = catalogue({ 'all.study.yaml': 'title: All' });
    for (const path of ['drafts/a.fountain', 'x/archive/y/a.fountain', 'node_modules/a.fountain']) {
      expect(place(one, path, { numbered: true })).toEqual({ season: `${root}/${path}` });
    }
    expect(place(one, 'redrafts/a.fountain').study).toBeDefined();
  });

  test('whatever stands above the workspace folder does not count', () => {
    const in_ = catalogue({ 'drafts/all.study.yaml': 'title: All' }, { folders: [`${root}/drafts`] });
    expect(place(in_, 'drafts/a.fountain').study).toBeDefined();
  });

  test('a pattern that cannot be read excludes nothing', () => {
    const odd = catalogue({ 'all.study.yaml': 'title: All' }, { exclude: ['[', '**/old/**'] });
    expect(place(odd, 'a.fountain').study).toBeDefined();
    expect(place(odd, 'old/a.fountain').study).toBeUndefined();
  });
});

describe('which Markdown is a treatment', () => {
  const one = catalogue({ 'show/all.study.yaml': 'title: All\nfiles: ["*.md", "prose/*.markdown"]' });

  test.each([
    ['e1.treatment.md', true],
    ['e1.treatment', true],
    ['E1.Treatment.MD', true],
    ['notes.md', false],
    ['show/notes.md', true],
    ['show/deep/notes.md', false],
    ['show/prose/e1.markdown', true],
    ['show/drafts/notes.md', false],
    ['show/all.study.yaml', false],
  ])('%s', (path, is) => {
    expect(one.isTreatment(`${root}/${path}`)).toBe(is);
  });

  test('names with escapes are matched as they read', () => {
    const spaced = catalogue({ 'all.study.yaml': 'title: All\nfiles: ["Episode 1.md"]' });
    expect(spaced.isTreatment(`${root}/Episode%201.md`)).toBe(true);
  });
});
