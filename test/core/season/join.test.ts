import { describe, expect, test } from 'vitest';
import type { KnowledgePoint, Occurrence } from '../../../server/core/season/season.ts';
import { type Fixture, season } from '../../fixture.ts';

/** An occurrence in a line: its text, `=` its entry in the study, `@` its episode. */
function line(fixture: Fixture, one: Occurrence | KnowledgePoint): string {
  const entry = one.entry && ('text' in one.entry ? one.entry.text : one.entry.id);
  const also = one.also.map((text) => ` & ${fixture.textOf(text)}`).join('');
  const episode = one.moment ? ` @${one.moment.episode}${one.moment.item === undefined ? '?' : ''}` : '';
  return `${fixture.textOf(one.text) ?? '–'}${also}${entry ? ` = ${entry}` : ''}${episode}`;
}

const setups = (source: string, id = 'gun') => {
  const fixture = season(source);
  return fixture
    .season()
    .threads.get(id)!
    .setups.map((one) => line(fixture, one));
};

const study = (points: string, more = '') => `--- all.study.yaml
title: All
episodes: [{ number: 1 }, { number: 2 }]
events: [{ id: hung, text: It is hung, told: { episode: 2 } }, { id: cleaned, text: It is cleaned }]
threads: [{ id: gun, title: The Gun, kind: object, setups: [${points}] }]
${more}
`;

describe('an entry of the study and an annotation', () => {
  test('are one where thread, role and episode are', () => {
    expect(setups(`${study('{ text: Wall, episode: 1 }')}--- e1.fountain\n[[setup: gun]]\n`)).toEqual([
      '[[setup: gun]] = Wall @0',
    ]);
    expect(setups(`${study('{ text: Wall, episode: 2 }')}--- e1.fountain\n[[setup: gun]]\n`)).toEqual([
      '[[setup: gun]] @0',
      '– = Wall @1?',
    ]);
  });

  test('in order, where there are several', () => {
    const two = study('{ text: Wall, episode: 1 }, { text: Drawer, episode: 1 }');
    expect(setups(`${two}--- e1.fountain\n[[setup: gun]]\n\n[[setup: gun | 2]]\n\n[[setup: gun | 3]]\n`)).toEqual([
      '[[setup: gun]] = Wall @0',
      '[[setup: gun | 2]] = Drawer @0',
      '[[setup: gun | 3]] @0',
    ]);
  });

  test('by event before order', () => {
    const two = study('{ text: Wall, event: hung }, { text: Drawer, episode: 2 }');
    expect(setups(`${two}--- e2.fountain\n[[setup: gun]]\n\n[[setup: gun event=hung]]\n`)).toEqual([
      '[[setup: gun]] = Drawer @1',
      '[[setup: gun event=hung]] = Wall @1',
    ]);
  });

  test('never where both name an event and not the same', () => {
    expect(setups(`${study('{ text: Wall, event: hung }')}--- e2.fountain\n[[setup: gun event=cleaned]]\n`)).toEqual([
      '[[setup: gun event=cleaned]] @1',
      '– = Wall @1?',
    ]);
  });

  test('by event also where the study does not know the episode, in order not', () => {
    expect(setups(`${study('{ text: Rag, event: cleaned }')}--- e1.fountain\n[[setup: gun event=cleaned]]\n`)).toEqual([
      '[[setup: gun event=cleaned]] = Rag @0',
    ]);
    expect(setups(`${study('{ text: Wall }')}--- e1.fountain\n[[setup: gun]]\n`)).toEqual([
      '[[setup: gun]] @0',
      '– = Wall',
    ]);
  });

  test('in a story of one text there is but one place to be', () => {
    const film =
      '--- all.study.yaml\ntitle: All\nthreads: [{ id: gun, title: Gun, kind: object, setups: [{ text: Wall }] }]\n';
    expect(setups(`${film}--- film.fountain\n[[setup: gun]]\n`)).toEqual(['[[setup: gun]] = Wall @0']);
  });
});

test('an annotation of the treatment is that of the script, where a script counts', () => {
  const texts = '--- e1.fountain\n[[setup: gun]]\n--- e1.treatment.md\n[[setup: gun | a]]\n\n[[setup: gun | b]]\n';
  expect(setups(texts)).toEqual(['[[setup: gun]] & [[setup: gun | a]] @0', '[[setup: gun | b]] @0?']);
});

describe('reveals', () => {
  const points = (source: string) => {
    const fixture = season(source);
    return fixture
      .season()
      .facts.get('murder')!
      .points.map((one) => `${line(fixture, one)}: ${one.who.join(',')}`);
  };
  const reveals = study(
    '',
    'reveals: [{ id: r1, fact: murder, to: [bo], episode: 1 }, { id: r2, fact: murder, to: [anna], episode: 1, via: a letter }]\ncharacters: [{ id: anna, name: Anna Berg }]',
  );

  test('are paired by whom they are to', () => {
    expect(points(`${reveals}--- e1.fountain\n[[reveal: murder to="Anna Berg"]]\n`)).toEqual([
      '[[reveal: murder to="Anna Berg"]] = r2 @0: anna',
      '– = r1 @0?: bo',
    ]);
  });

  test('without “to” are to the audience and, in a script, those who speak in the scene', () => {
    const scene = 'INT. HOUSE - NIGHT\n\nANNA\nHe did it.\n\nBO (V.O.)\nI did.\n\n[[reveal: murder]]\n';
    expect(points(`--- e1.fountain\n${scene}`)).toEqual(['[[reveal: murder]] @0: audience,anna']);
    expect(points('--- e1.treatment.md\n[[reveal: murder]]\n')).toEqual(['[[reveal: murder]] @0: audience']);
  });
});

describe('the status of a thread', () => {
  const status = (text: string) => season(`--- e1.fountain\n${text}\n`).season().threads.get('gun')!.status;

  test.each([
    ['[[setup: gun]]', 'unpaid'],
    ['[[setup: gun]] [[payoff: gun]]', 'paid'],
    ['[[payoff: gun]]', 'unplanted'],
    ['[[reminder: gun]]', 'unplanted'],
    ['[[setup: gun intent=open]]', 'open'],
    ['[[setup: gun intent=motif]] [[payoff: gun]]', 'paid'],
    ['[[herring: gun]]', 'herring'],
    ['[[herring: gun]] [[herring: gun cleared]]', 'cleared'],
    ['[[setup: gun intent=herring]]', 'herring'],
    ['[[storyline Gun]]', 'open'],
  ])('%s: %s', (text, is) => {
    expect(status(text)).toBe(is);
  });
});

test('a thread is called as the study calls it, else as its title says, else by its id', () => {
  const title = (source: string, id = 'gun') => season(source).season().threads.get(id)?.title;
  expect(title(`${study('')}--- e1.fountain\n[[setup: gun]]\n`)).toBe('The Gun');
  expect(
    title("--- e1.fountain\n[[setup: Peter's soy allergy]]\n\n[[payoff: peters-soy-allergy]]\n", 'peters-soy-allergy'),
  ).toBe("Peter's soy allergy");
  expect(title('--- e1.fountain\n[[setup: gun]]\n')).toBe('gun');
});

test('evidence is what the study or `for=` says it is', () => {
  const one = season(
    `${study('', 'reveals: [{ id: r, fact: murder, to: [audience], evidence: [gun] }]')}--- e1.fountain\n[[setup: glass for=murder,theft]]\n`,
  ).season();
  expect(one.facts.get('murder')!.evidence).toEqual(['gun', 'glass']);
  expect(one.threads.get('gun')!.evidenceFor).toEqual(['murder']);
  expect(one.threads.get('glass')!.evidenceFor).toEqual(['murder', 'theft']);
});

describe('the cast', () => {
  const cast = (source: string) =>
    [...season(source).season().characters.values()].map(
      ({ id, name, spokenAs, cues }) => `${id} ${name} ${spokenAs} ${cues.length}`,
    );
  const people =
    '--- all.study.yaml\ntitle: All\ncharacters: [{ id: peter, name: Peter Irvine }, { id: josie, name: Josephine Murphy, aliases: [Carrie Finch] }]\n';
  const speech = (name: string) => `${name}\nHello.\n\n`;

  test('speaks under id, name, part of a name, alias', () => {
    const names = ['PETER', 'PETER IRVINE', 'IRVINE', 'CARRIE FINCH', 'JOSIE', 'PETER'];
    expect(cast(`${people}--- e1.fountain\n${names.map(speech).join('')}`)).toEqual([
      'peter Peter Irvine IRVINE,PETER,PETER IRVINE 4',
      'josie Josephine Murphy CARRIE FINCH,JOSIE 2',
    ]);
  });

  test('whoever else speaks is there by their name', () => {
    expect(cast(`${people}--- e1.fountain\n${speech('MAN #2')}`)).toContain('man-2 MAN #2 MAN #2 1');
  });

  test('a name that two share is nobody in particular', () => {
    const two = people.replace('Josephine Murphy', 'Josephine Irvine');
    expect(cast(`${two}--- e1.fountain\n${speech('IRVINE')}`)).toContain('irvine IRVINE IRVINE 1');
  });
});
