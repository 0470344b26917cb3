import { describe, expect, it } from 'vitest';
import { kindOfDocument, kindOfFile } from '../../server/workspace/kinds.ts';
import { canonical, canonicalFolder, liesIn } from '../../server/workspace/uris.ts';

describe('the kind of a file', () => {
  it.each([
    ['file:///a/pilot.fountain', 'script'],
    ['file:///a/PILOT.SPMD', 'script'],
    ['file:///a/e1.treatment.md', 'treatment'],
    ['file:///a/e1.treatment', 'treatment'],
    ['file:///a/show.study.yaml', 'study'],
    ['file:///a/notes.md', 'markdown'],
    ['file:///a/show.yaml', undefined],
    ['file:///a/fountain', undefined],
  ])('%s is %s by its name', (uri, kind) => expect(kindOfFile(uri)).toBe(kind));

  it.each([
    ['file:///a/pilot.txt', 'fountain', '', 'script'],
    ['file:///a/e1.treatment.md', 'markdown', '', 'treatment'],
    ['untitled:Untitled-1', 'fountain', '', 'script'],
    ['untitled:Untitled-1', 'markdown', '', 'treatment'],
    ['untitled:Untitled-1', 'yaml', 'a: 1', undefined],
    ['untitled:Untitled-1', 'yaml', 'study: 1', 'study'],
    ['file:///a/values.yaml', 'yaml', 'study: 1', undefined],
  ])('%s of language %s', (uri, language, text, kind) => expect(kindOfDocument(uri, language, text)).toBe(kind));
});

describe('one spelling for a file', () => {
  it('whatever the editor escapes', () => {
    expect(canonical('file:///a/it%27s%20%5B1%5D.md')).toBe(canonical("file:///a/it's [1].md"));
    expect(canonical('file:///C:/a.md')).toBe(canonical('file:///c%3A/a.md'));
  });
  it('and for a folder none with a slash at its end', () => {
    expect(canonicalFolder('file:///a/b/')).toBe('file:///a/b');
    expect(liesIn(['file:///a/b'], 'file:///a/b/c/d.md')).toBe(true);
    expect(liesIn(['file:///a/b'], 'file:///a/bc/d.md')).toBe(false);
  });
});
