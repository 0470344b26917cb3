import { describe, expect, test } from 'vitest';
import type { Card } from '../../../server/core/query/answers.ts';
import { craftCard, craftSubjects } from '../../../server/core/query/craft-cards.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { type Fixture, season } from '../../fixture.ts';

const cardAt = (fixture: Fixture) => hoverCard(fixture.context(), fixture.offset);
const card = (source: string): Card => cardAt(season(source))!;
const places = ({ places }: Card) =>
  places.map(
    ({ role, where, text, distance, here }) =>
      `${here ? '* ' : ''}${role} ${where}: ${text}${distance ? ` (${distance})` : ''}`,
  );

describe('a thread', () => {
  const story = (text: string) => `--- e1.fountain
INT. HOUSE - NIGHT

[[setup: gun | On the wall.]]
--- e3.fountain
[[reminder: gun]]

${text}
--- e8.fountain
INT. WOODS - DAY

[[payoff: gun]]
`;

  test('says what it is and where it goes, with the distance in episodes', () => {
    const one = card(story('[[setup: gun$0 | Loaded.]]'));
    expect([one.title, one.kind, one.lines]).toEqual(['gun', 'Setup · 2 of 2', ['Loaded.']]);
    expect(places(one)).toEqual([
      'Setup E1: On the wall.',
      'Reminder E3: undefined (2 episodes later)',
      '* Setup E3: Loaded.',
      'Payoff E8: INT. WOODS - DAY (5 episodes later)',
    ]);
    expect(one.missing).toEqual([]);
    expect(one.craft.map(({ text }) => text)).toEqual([craftCard('setup').text]);
  });

  test.each([
    ['[[setup: knife$0]]', 'not paid off yet'],
    ['[[payoff: knife$0]]', 'not set up anywhere'],
    ['[[herring: knife$0]]', 'not cleared yet'],
  ])('%s: %s', (text, missing) => {
    expect(card(story(text)).missing).toEqual([missing]);
  });

  test('owes nothing when it is left open', () => {
    const one = card(story('[[setup: knife$0 intent=open]]'));
    expect([one.missing, one.kind]).toEqual([[], 'Setup · left open on purpose']);
    expect(one.craft[0]!.text).toBe(craftCard('open').text);
  });

  test('is never paid off once the story is over', () => {
    expect(card('--- one.fountain\n[[setup: knife$0]]\n\nTHE END\n').missing).toEqual(['never paid off']);
  });

  test('the spot is what stands under the cursor, wherever in the annotation it is', () => {
    const fixture = season(story('[[set$0up: knife, rope]]'));
    expect(cardAt(fixture)).toMatchObject({ title: 'knife' });
    expect(card(story('[[setup: knife, ro$0pe]]')).title).toBe('rope');
  });

  test('has pages where a measure is given', () => {
    const fixture = season('--- one.fountain\n[[setup: gun$0]]\n\n[[payoff: gun]]\n');
    const measure = { page: ({ item }: { item: number }) => (item === 0 ? 4 : 41), length: () => undefined };
    expect(places(hoverCard({ ...fixture.context(), measure }, fixture.offset)!)).toEqual([
      '* Setup p. 4: undefined',
      'Payoff p. 41: undefined (37 pages · 37 minutes later)',
    ]);
  });

  test.each([
    ['one.fountain', '', '', '1 page · 1 minute later'],
    ['one.fountain', ' at=41:30', ' at=1:02:15', '1 page · 21 minutes later'],
    ['one.treatment.md', '', '', '1 page later'],
    ['one.treatment.md', ' at=41:30', ' at=44:00', '1 page · 3 minutes later'],
    ['one.treatment.md', ' at=41:30', ' at=later', '1 page later'],
  ])('minutes are those of the script, or of the film: %s%s%s', (path, first, second, distance) => {
    const fixture = season(`--- ${path}\n[[setup: gun$0${first}]]\n\n[[payoff: gun${second}]]\n`);
    const measure = { page: ({ item }: { item: number }) => item + 1, length: () => undefined };
    const card = hoverCard({ ...fixture.context(), measure }, fixture.offset)!;
    expect(card.places.at(-1)!.distance).toBe(distance);
  });
});

const study = `--- all.study.yaml
title: All
sources: [{ id: time, title: A Long Title, publisher: TIME }, { id: blog, title: Blog }]
episodes: [{ number: 1 }, { number: 8, form: chamber-play, note: In one room. }]
characters: [{ id: anna, name: Anna Berg, aliases: [Annie], actor: Jane Doe, note: A baker. }]
events: [{ id: bang, text: The gun goes off, told: { episode: 8, flashback: true }, who: [anna] }]
facts:
  - { id: murder, text: Anna did it, status: disputed, believed_before: Bo did it., claims: [{ text: She did, sources: [time] }, { text: He did, sources: [blog] }] }
threads: [{ id: gun, title: The Gun, kind: object, setups: [{ text: On the wall, episode: 1 }, { text: In the drawer }], payoffs: [{ text: It goes off, event: bang, reading: true }] }]
reveals: [{ id: r, fact: murder, to: [anna, audience], via: a letter, event: bang, effect: reversal, evidence: [gun] }]
craft_notes:
  - { on: "event:bang", by: Jane Doe, text: It was loud., sources: [time] }
  - { on: gun, text: Look at the wall., reading: true }
  - { on: "episode:8", text: In one night. }
  - { on: "character:anna", text: She is never warm. }
disputes: [{ id: how-loud, on: ["event:bang"], claims: [{ text: Very, sources: [time] }, { text: Not very, sources: [blog] }] }]
`;

describe('with a study', () => {
  test('a thread has its title, kind, entries, notes and disputes', () => {
    const one = card(`${study}--- e8.fountain\n[[payoff: gun$0 event=bang]]\n`);
    expect([one.title, one.kind]).toEqual(['The Gun', 'Payoff · object']);
    expect(places(one)).toEqual([
      'Setup not placed: In the drawer',
      'Setup E1: On the wall',
      '* Payoff E8: It goes off (7 episodes later)',
    ]);
    expect(one.places.map(({ reading }) => reading)).toEqual([false, false, true]);
    expect(one.craft).toEqual([
      { text: 'It was loud.', by: 'Jane Doe', sources: ['TIME'], reading: false },
      { text: 'Look at the wall.', by: undefined, sources: [], reading: true },
    ]);
    expect(one.disputes).toEqual([
      {
        title: 'How loud',
        claims: [
          { text: 'Very', sources: ['TIME'] },
          { text: 'Not very', sources: ['Blog'] },
        ],
      },
    ]);
  });

  test('a reveal has to whom, by what, its evidence and what was believed', () => {
    const one = card(`${study}--- e8.fountain\n[[reveal: murder$0 to=anna,audience event=bang as=disputed]]\n`);
    expect([one.title, one.kind]).toEqual([
      'Anna did it',
      'Reveal · to Anna Berg and the audience · via a letter · reversal',
    ]);
    expect(one.lines).toEqual(['Believed before: Bo did it.', 'The sources disagree about it.']);
    expect(places(one)).toEqual([
      'Evidence E1: The Gun',
      '* Reveal E8: Anna Berg and the audience, via a letter (7 episodes later)',
    ]);
    expect(one.disputes.map(({ title }) => title)).toEqual(['Anna did it', 'How loud']);
  });

  describe('what the study disputes of a fact', () => {
    const disputed = (disputes: string, mark = 'reveal: mur$0der', facts = '') =>
      card(
        `${study.replace('facts:\n', `facts:\n${facts}`).replace(/disputes: .*\n/, `disputes: [${disputes}]\n`)}--- e8.fountain\n[[${mark}]]\n`,
      ).disputes.map(({ title, claims }) => [title, ...claims.map((one) => `${one.text} (${one.sources.join(', ')})`)]);
    const fact = ['Anna did it', 'She did (TIME)', 'He did (Blog)'];

    test('is one block with the claims of the fact, all of which are kept', () => {
      const dispute =
        '{ id: who, on: ["fact:murder"], claims: [{ text: Anna shot, sources: [time] }, { text: Bo shot }] }';
      expect(disputed(dispute)).toEqual([[...fact, 'Anna shot (TIME)', 'Bo shot ()']]);
    });

    test('has each claim once, with all its sources', () => {
      const dispute =
        '{ id: who, on: [murder], claims: [{ text: she did., sources: [blog] }, { text: He did, sources: [blog] }] }';
      expect(disputed(dispute)).toEqual([['Anna did it', 'She did (TIME, Blog)', 'He did (Blog)']]);
    });

    test('is one block too where the claims are the same and it is on the event', () => {
      const dispute = '{ id: who, on: ["event:bang"], claims: [{ text: He did }, { text: She did }] }';
      expect(disputed(dispute, 'reveal: mur$0der to=anna event=bang')).toEqual([fact]);
    });

    test('has the title of the fact, on the card of an event too, and where the fact has no claims', () => {
      const dispute = '{ id: so-quiet, on: ["event:bang", "fact:quiet"], claims: [{ text: Yes }, { text: No }] }';
      const quiet = '  - { id: quiet, text: How quiet it was. }\n';
      const block = ['How quiet it was.', 'Yes ()', 'No ()'];
      expect(disputed(dispute, 'payoff: gu$0n event=bang', quiet)).toEqual([block]);
      expect(disputed(dispute, 'reveal: qui$0et', quiet)).toEqual([block]);
    });

    test('is a block of its own where it is about several facts', () => {
      const claims = 'claims: [{ text: One }, { text: Two }]';
      const quiet = '  - { id: quiet, text: How quiet it was. }\n';
      const several = `{ id: how-many, on: ["fact:murder", "fact:quiet"], ${claims} }`;
      expect(disputed(several, undefined, quiet)).toEqual([fact, ['How many', 'One ()', 'Two ()']]);
      const other = `{ id: quiet, on: ["fact:murder", "fact:quiet"], ${claims} }`;
      expect(disputed(other, undefined, quiet)).toEqual([fact, ['How quiet it was.', 'One ()', 'Two ()']]);
    });
  });

  test('somebody has a name, an actor, other names, notes', () => {
    const one = card(
      `${study}--- e8.fountain\nINT. HOUSE - NIGHT\n\nANN$0A\nHello.\n\nEXT. ROAD - DAY\n\nANNIE (V.O.)\nBye.\n`,
    );
    expect([one.title, one.kind]).toEqual(['Anna Berg', 'Character']);
    expect(one.lines).toEqual(['A baker.', 'Played by Jane Doe.', 'Also: Annie.', '2 speeches in 2 scenes.']);
    expect(places(one)).toEqual(['First scene E8: INT. HOUSE - NIGHT', 'Last scene E8: EXT. ROAD - DAY']);
    expect(one.craft.map(({ text }) => text)).toEqual(['She is never warm.']);
  });

  test.each([
    ['[[knows: murder who=an$0na]]', 'Anna Berg'],
    ['[[reveal: murder to=audience,Ann$0ie]]', 'Anna Berg'],
    ['[[reveal: murder to=audi$0ence]]', 'The audience'],
    ['[[setup: gun for=mur$0der]]', 'Anna did it'],
    ['[[payoff: gun event=ba$0ng]]', 'The gun goes off'],
    ["INT. ANNA BERG$0'S HOUSE - NIGHT", 'Anna Berg'],
    ['INT. ANNA BERG$0 AND CO. - NIGHT\n\nANNA\nHello.', 'Anna Berg'],
  ])('%s: %s', (text, title) => {
    expect(card(`${study}--- e8.fountain\n${text}\n`).title).toBe(title);
  });

  test('an episode has its form, note and craft notes, also on the title page', () => {
    for (const text of ['Episode: 8\nTitle: A$0ll\n\nText.', 'Title: All\n\n# Epi$0sode 8']) {
      const one = card(`${study}--- x.fountain\n${text}\n`);
      expect([one.title, one.kind, one.lines[0]]).toEqual([
        'Episode 8',
        'Episode · Chamber play · All',
        'In one room.',
      ]);
      expect(one.craft.map(({ text: note }) => note)).toEqual(['In one night.']);
    }
    expect(card(`${study}--- x.treatment.md\n---\nEpisode: 8$0\n---\n\nText.\n`).title).toBe('Episode 8');
  });
});

describe('other places', () => {
  test('a scene: who speaks, its threads, how often the place is used', () => {
    const one = card(
      '--- e1.fountain\n# Act One\n\nINT. HO$0USE - NIGHT #7#\n\nANNA\nHello. [[setup: gun]]\n\nBO\nHi.\n\nINT. HOUSE - DAY\n\nText.\n',
    );
    expect([one.title, one.kind]).toEqual(['7. INT. HOUSE - NIGHT', 'Scene · Act One · E1']);
    expect(one.lines).toEqual(['Speaking: ANNA and BO.', 'Threads: gun.', 'This place: 2 scenes.']);
  });

  test('an act: its scenes and its turn', () => {
    const one = card(
      '--- e1.fountain\n# Act On$0e\n\nINT. HOUSE - NIGHT\n\n[[turn: act-out | She leaves.]]\n\n# Act Two\n\nText.\n',
    );
    expect([one.title, one.kind, one.lines, places(one)]).toEqual([
      'Act One',
      'Act · E1',
      ['1 scene.'],
      ['Turn act-out: She leaves.'],
    ]);
  });

  test.each([
    ['[[turn: mid$0point | She stays.]]', 'midpoint', 'Turn'],
    ['[[story: -$06y]]', '-6y', 'Story time'],
    ['[[form: chamber$0-play]]', 'Chamber play', 'Form'],
    ['[[craft: Look | He$0re.]]', 'Look', 'Craft note'],
    ['[[ignore: setup.un$0paid]]', 'Ignored rules', ''],
  ])('%s', (text, title, kind) => {
    const one = card(`--- one.fountain\nText.\n\n${text}\n`);
    expect([one.title, one.kind]).toEqual([title, kind]);
  });

  test.each(['Plain act$0ion.', 'ANNA\nDia$0logue about ANNA.', '[[A pla$0in note]]', '[[setpu: g$0un]]'])(
    'nothing: %s',
    (text) => {
      expect(cardAt(season(`--- one.fountain\n${text}\n`))).toBeUndefined();
    },
  );
});

test('the craft cards are two to four sentences', () => {
  for (const subject of craftSubjects) {
    const sentences = craftCard(subject).text.split(/(?<=[.?!])\s+(?=\p{Lu})/u).length;
    expect([subject, sentences >= 2 && sentences <= 4]).toEqual([subject, true]);
  }
});

describe('a synopsis', () => {
  const story = (cursor: 'act' | 'scene' | 'next') => `--- e1.fountain
# Act One${cursor === 'act' ? '$0' : ''}

= Everything goes wrong.

INT. HOUSE - NIGHT${cursor === 'scene' ? '$0' : ''}

[[a note]]
= She hides the *gun*.

= He sees it.

She hides it.
= The next one.
INT. WOODS - DAY${cursor === 'next' ? '$0' : ''}

Trees.

= Not of the beginning.
`;

  test('stands first on the card of its scene and act', () => {
    expect(card(story('scene')).lines.slice(0, 2)).toEqual(['She hides the *gun*.', 'He sees it.']);
    expect(card(story('act')).lines[0]).toBe('Everything goes wrong.');
    expect(card(story('act')).lines.join()).not.toContain('gun');
  });

  test('is no other scene’s', () => {
    for (const cursor of ['scene', 'next'] as const)
      expect(card(story(cursor)).lines.join()).not.toMatch(/next one|Not of the beginning/);
  });
});
