import { describe, expect, test } from 'vitest';
import { rowCard } from '../../../server/core/query/row-card.ts';
import { threadWay } from '../../../server/core/query/thread-way.ts';
import { digestOf } from '../../../server/core/season/digest.ts';
import { season } from '../../fixture.ts';

const source = season(`--- e1.fountain
Title: One
Episode: 1

# Act One

INT. ANNA'S ROOM - DAY

ANNA
Look.

[[setup: gun, cake]] [[reveal: murder to=anna]]
--- e2.fountain
Episode: 2

[[payoff: gun]]

[[payoff: gun]]
`);
const context = source.context('e1.fountain');
const marks = digestOf(source.manuscripts.get('e1.fountain')!.facts).marks;
const [setup, reveal] = marks.map(({ item }) => item) as [number, number];

describe('the card of a row', () => {
  test('of an annotation of several threads is that of the thread', () => {
    expect(rowCard(context, setup, 'setup', 'thread:cake')?.title).toBe('cake');
    expect(rowCard(context, setup, 'setup', 'thread:gun')?.title).toBe('gun');
  });

  test('of somebody who learns is who that is', () => {
    expect(rowCard(context, reveal, 'person', 'character:anna')?.title).toBe('ANNA');
    expect(rowCard(context, reveal, 'person', undefined)?.title).toBe('murder');
  });

  test('of a part is the part’s, and not that of somebody whom its heading names', () => {
    const { acts, first } = context.season.files.get(context.uri)!.structure.episodes[0]!;
    const act = acts.find(({ heading }) => heading !== undefined)!;
    const scene = act.scenes.find(({ heading }) => heading !== undefined)!;
    expect(rowCard(context, scene.heading!, 'scene', undefined)?.title).toBe("INT. ANNA'S ROOM - DAY");
    expect(rowCard(context, act.heading!, 'act', undefined)?.title).toBe('Act One');
    expect(rowCard(context, first, 'episode', 'episode:1')?.title).toContain('Episode 1');
  });

  test('keeps to the horizon', () => {
    const second = { ...source.context('e2.fountain'), horizon: { episode: 1 } };
    const card = rowCard(second, digestOf(second.manuscript.facts).marks[0]!.item, 'payoff', 'thread:gun');
    expect(card?.places.map(({ role }) => role)).toEqual(['Setup']);
  });
});

describe('along a thread', () => {
  const all = context.season;
  const gun = all.threads.get('gun')!;

  test('the next payoff, from each of its places', () => {
    const [first, second] = gun.payoffs;
    expect(threadWay(all, gun, undefined)).toEqual({ setup: gun.setups[0]!.text, payoff: first!.text });
    expect(threadWay(all, gun, first!.moment).payoff).toEqual(second!.text);
    expect(threadWay(all, gun, second!.moment).payoff).toEqual(first!.text);
  });

  test('nothing where nothing is', () => {
    expect(threadWay(all, all.threads.get('cake')!, undefined)).toEqual({ setup: gun.setups[0]!.text });
  });
});
