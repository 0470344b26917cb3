import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../server/core/study/load.ts';

/**
 * The rows of the fact base's tables, from which the study is made. Behind an id stand the cells that can be checked word by
 * word: the sources (`t`ime, `p`arade, people-`d`igest, tv-`i`nsider), for an event the episode that tells it, for a
 * thread its kind, for a dispute the sources of each account.
 */
const factBase = {
  sources: 'time | parade | people-digest | tv-insider',
  characters: 'marissa | peter | milo | josephine | jenny | alcaras | colin | lia | brian | rob | kyle | sam',
  events: `brian-tripped ? p | crash 8 tpdi | swap 8 tpdi | presumed-dead 8 td | hired ? tp | marathon ? t |
    vanished 1 tp | pickup ? tp | hideout ? t | one-place 4 i | anything ? i | tylenol 4 i | motel 8 tp |
    staging 8 tp | return ? td | theft ? d | carrie-backstory 7 d | confrontation 8 td | colin-shot 8 tpd |
    naming 8 t | warning 8 tpd | accusation 8 pd | josephine-killed 8 tpd | confession 8 tpd | briefing 8 t |
    police-lie 8 t | audio 8 t | phone-surrendered 8 t | scissors 8 t | confides 8 tpd | counsellor 8 t |
    specialist 8 tpdi | kit-removed 8 tpd | kiss 8 tpdi | peter-dies 8 tpd | ruled-accident 8 i | precinct 8 t |
    labels 8 t | no-charge 8 d | closed 8 tpdi | porch 8 tpd`,
  threads: `soy-allergy object tpdi | synesthesia clue tpdi | marathon-footage clue t | robs-phone object t |
    lamp object tp | staged-return secret tp | birthday-cake motif t | crash secret tpd | protect-him promise t |
    mine line t | anything-possible line ti | lia-blamed trait tp | brian secret p | colins-theft clue td |
    losing-milo secret tpd | allergy-labour trait t | peters-nature trait tpi`,
  reveals: `no-playdate | carrie-is-josephine | baby-swap | josephine-is-right | peter-killed-rob | shared-synesthesia |
    kyle-took-part | rob-took-part | colin-not-guilty | lia-innocent | peters-death | alcaras-knows`,
  disputes: `years-since-crash tpd i | epipen t pd | two-men d tp p | alcaras-in-novel t i | alcaras-first-wrong t i |
    last-meeting td i | what-alcaras-knows d p i | when-carrie-known t d p | who-tells-swap t pd |
    finale-order td p | quarrel t d | colin-death t d | josephine-death t p d | rob-motive t d | motel-why t p |
    flashback td p | where-peter-dies t p d | kyle tp d`,
} as const;

const rowsOf = (list: keyof typeof factBase) => factBase[list].split('|').map((row) => row.trim().split(' '));
const letters = { time: 't', parade: 'p', 'people-digest': 'd', 'tv-insider': 'i' };
/** The letters of sources, in the order of the study's list. */
const cited = (sources: readonly string[]) =>
  Object.entries(letters)
    .map(([id, letter]) => (sources.includes(id) ? letter : ''))
    .join('');

const file = path.resolve(import.meta.dirname, '../../samples/all-her-fault/all-her-fault.study.yaml');
const { study, problems } = loadStudy('file:///all-her-fault.study.yaml', readFileSync(file, 'utf8'));

describe('the built-in study', () => {
  it('has nothing wrong with it: every entry has a source, every reference resolves', () => {
    expect(problems).toEqual([]);
  });

  it.each(Object.keys(factBase) as (keyof typeof factBase)[])('holds all %s of the fact base', (list) => {
    const there = new Set(study![list].map(({ id }) => id));
    expect(rowsOf(list).filter(([id]) => !there.has(id!))).toEqual([]);
  });

  it('cites for each event and thread what the fact base cites, and places events where it does', () => {
    const events = study!.events.map(({ id, told, sources }) => [id, `${told?.episode ?? '?'}`, cited(sources)]);
    expect(events).toEqual(expect.arrayContaining(rowsOf('events')));
    const threads = study!.threads.map(({ id, kind, sources }) => [id, kind, cited(sources)]);
    expect(threads).toEqual(expect.arrayContaining(rowsOf('threads')));
  });

  it('gives each account of a dispute to those who give it', () => {
    const disputes = study!.disputes.map(({ id, claims }) => [id, ...claims.map(({ sources }) => cited(sources))]);
    expect(disputes).toEqual(rowsOf('disputes'));
  });

  it('calls disputed only what sources tell differently', () => {
    const disputed = study!.facts.filter(({ status }) => status === 'disputed');
    expect(disputed.filter(({ claims }) => claims.length < 2)).toEqual([]);
  });

  it('has what those who made the series say, each time by the article that reports it', () => {
    const said = study!.craftNotes.filter(({ by }) => by).map(({ by, sources }) => `${by}: ${cited(sources)}`);
    const times = (line: string) => said.filter((one) => one === line).length;
    expect(times('Megan Gallagher: t')).toBe(6); // one of the five is about two people, and stands with each
    expect(times('Megan Gallagher (to Collider): p')).toBe(1);
    expect(times('Nigel Marchant: t')).toBe(3);
    expect(times('Jake Lacy (to The Hollywood Reporter): p')).toBe(2);
    expect(times('Jake Lacy (to Entertainment Weekly): p')).toBe(1);
    expect(times('Sarah Snook: t')).toBe(3);
    expect(times('Michael Peña: i')).toBe(4);
    expect(said).toHaveLength(20);
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
