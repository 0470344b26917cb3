import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../server/core/study/load.ts';

/** The ids of the fact base's tables, from which the study is made. */
const factBase = {
  sources: 'time parade people-digest tv-insider',
  characters: 'marissa peter milo josephine jenny alcaras colin lia brian rob kyle sam',
  events: `brian-tripped crash swap presumed-dead hired marathon vanished pickup hideout one-place anything tylenol motel
    staging return theft carrie-backstory confrontation colin-shot naming warning accusation josephine-killed confession
    briefing police-lie audio phone-surrendered scissors confides counsellor specialist kit-removed kiss peter-dies
    ruled-accident precinct labels no-charge closed porch`,
  threads: `soy-allergy synesthesia marathon-footage robs-phone lamp staged-return birthday-cake crash protect-him mine
    anything-possible lia-blamed brian colins-theft losing-milo allergy-labour peters-nature`,
  reveals: `no-playdate carrie-is-josephine baby-swap josephine-is-right peter-killed-rob shared-synesthesia
    kyle-took-part rob-took-part colin-not-guilty lia-innocent peters-death alcaras-knows`,
  disputes: `years-since-crash epipen two-men alcaras-in-novel alcaras-first-wrong last-meeting what-alcaras-knows
    when-carrie-known who-tells-swap finale-order quarrel colin-death josephine-death rob-motive motel-why flashback
    where-peter-dies kyle`,
} as const;

const file = path.resolve(import.meta.dirname, '../../samples/all-her-fault/all-her-fault.study.yaml');
const { study, problems } = loadStudy('file:///all-her-fault.study.yaml', readFileSync(file, 'utf8'));

describe('the built-in study', () => {
  it('has nothing wrong with it: every entry has a source, every reference resolves', () => {
    expect(problems).toEqual([]);
  });

  it.each(Object.entries(factBase))('holds all %s of the fact base', (list, ids) => {
    const there = new Set(study![list as keyof typeof factBase].map(({ id }) => id));
    expect(ids.split(/\s+/).filter((id) => !there.has(id))).toEqual([]);
  });

  it('cites a source for every claim and every note', () => {
    const claims = [...study!.facts, ...study!.disputes].flatMap((entry) => entry.claims);
    expect(claims.length).toBeGreaterThan(30);
    expect(claims.filter(({ sources }) => sources.length === 0)).toEqual([]);
    const notes = study!.craftNotes.filter(({ sources, reading }) => sources.length === 0 && !reading);
    expect(notes).toEqual([]);
  });

  it('says of the episodes that no source tells that they are untold, and marks episode 5 as a chamber play', () => {
    expect(study!.episodes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const untold of [2, 3, 5, 6]) expect(study!.episodes[untold - 1]!.note).toBeTruthy();
    expect(study!.episodes[4]!.form).toBe('chamber-play');
  });

  it('marks its own reading of the season and of the finale as such', () => {
    expect(study!.turns.every(({ reading }) => reading)).toBe(true);
    expect(study!.episodes[7]!.acts.length).toBeGreaterThan(0);
    expect(study!.episodes[7]!.acts.every(({ reading }) => reading)).toBe(true);
  });
});
