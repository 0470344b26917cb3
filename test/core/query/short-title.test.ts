import { describe, expect, test } from 'vitest';
import { shortTitle } from '../../../server/core/query/short-title.ts';
import { season } from '../../fixture.ts';

const story = season(`--- all.study.yaml
title: All
characters: [{ id: peter, name: Peter Irvine }]
--- e1.fountain
JOSEPHINE
Yes.
`).season('e1.fountain');

describe('a fact by few words', () => {
  test.each([
    ['peters-death', "Marissa brought about Peter's death.", "Peter's death"],
    ['epipen', "Why Peter's EpiPen does not work any more.", 'EpiPen'],
    ['peter_killed_rob', 'He killed Rob, and took the boy away.', 'Peter killed Rob'],
    ['two-men', 'Two of them died in the course of it.', 'Two men'],
    ['the-crash-two', 'Two cars met on the road. The crash was his.', 'The crash two'],
    ['über-allem', 'Etwas liegt über allem, was geschieht.', 'Über allem'],
  ])('%s of “%s”', (id, title, short) => {
    expect(shortTitle(story, { id, title })).toBe(short);
  });

  test.each([
    ['short-enough', 'Milo is alive.'],
    ['fact-12', 'Nobody knows what became of the brother.'],
    ['f1', 'Nobody knows what became of the brother.'],
    ['nobody-knows-what-became-of-the-brother-at-all', 'Nobody knows what became of him.'],
  ])('the text itself, but for its full stop, where %s shortens nothing', (id, title) => {
    expect(shortTitle(story, { id, title })).toBe(title.slice(0, -1));
  });
});
