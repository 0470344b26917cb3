import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { season } from '../../fixture.ts';
import { found, foundBy } from './findings.ts';

describe('annotation.malformed', () => {
  test('finds a missing id and a key without a value', () => {
    expect(found('--- one.fountain\n[[setup: ]]\n\n[[setup: gun intent= ]]\n\n[[payoff: gun]]\n')).toEqual([
      'warning annotation.malformed one.fountain: setup',
      'warning annotation.malformed one.fountain: intent=',
    ]);
  });

  test('at the limit: an id of a single sign, a value in empty quotes, a key of one letter', () => {
    expect(found('--- one.fountain\n[[reveal: f]]\n')).toEqual([]);
    expect(found('--- one.fountain\n[[reveal: -]]\n')).toEqual(['warning annotation.malformed one.fountain: reveal']);
    expect(found('--- one.fountain\n[[reveal: f via=""]]\n')).toEqual([
      'warning annotation.malformed one.fountain: via=""',
    ]);
    expect(found('--- one.fountain\n[[reveal: f via=x]]\n')).toEqual([]);
  });

  test('finds a key that is not joined to its value, and takes it for what it is', () => {
    expect(found('--- one.fountain\n[[setup: gun intent:open]]\n\n[[setup: rope intent:"open"]]\n\nTHE END\n')).toEqual(
      [
        'warning annotation.malformed one.fountain: intent:open',
        'warning annotation.malformed one.fountain: intent:"open"',
      ],
    );
  });

  test('at the limit: words of a title, and of the text behind the bar', () => {
    const text = '[[reveal: The letter to:Marissa]]\n\n[[reveal: f via "y"]]\n\n[[reveal: f2 | via"y" to:marissa]]';
    expect(foundBy('annotation.malformed', `--- one.fountain\n${text}\n\n<!-- craft: f via"y" -->\n`)).toEqual([]);
  });

  test('an ordinary note is none', () => {
    expect(found('--- one.fountain\n[[Ask Bo: is this right?]]\n\n[[story: of my life]]\n')).toEqual([]);
  });
});

describe('annotation.typo', () => {
  test('finds a slip in a long word', () => {
    expect(found('--- one.fountain\n[[setpu: gun]]\n')).toEqual(['hint annotation.typo one.fountain: setpu']);
  });

  test('so is an ordinary one', () => {
    const text = '--- one.fountain\n[[setup: gun]]\n\n[[seeds: Gun]]\n\n[[seeds: sown]]\n\n[[draft: gun]]\n';
    expect(foundBy('annotation.typo', text)).toEqual(['hint annotation.typo one.fountain: seeds']);
    expect(foundBy('annotation.typo', '--- one.fountain\n[[learn: murder who=bo]]\n')).toEqual([
      'hint annotation.typo one.fountain: learn',
    ]);
    expect(foundBy('annotation.typo', '--- one.fountain\n[[reveal: f]]\n\n[[learn: f who=bo]]\n')).toHaveLength(1);
  });

  test.each([
    ['e2.fountain', '/* [[pya: gun]] */'],
    ['e2.fountain', '/*\n\n[[pya: gun]]\n\n*/'],
    ['e2.treatment.md', '```\n[[pya: gun]]\n```'],
    ['e2.treatment.md', 'Write `[[pya: gun]]` or `<!-- pya: gun -->`.'],
    ['e2.treatment.md', '    [[pya: gun]]'],
  ])('what is cut out or code says nothing: %s %j', (file, text) => {
    expect(foundBy('annotation.typo', `--- e1.fountain\n[[setup: gun]]\n--- ${file}\nText.\n\n${text}\n`)).toEqual([]);
  });

  test('a short word is one only where the id is known', () => {
    expect(foundBy('annotation.typo', '--- one.fountain\n[[setup: gun]]\n\n[[stup: gun]]\n')).toEqual([
      'hint annotation.typo one.fountain: stup',
    ]);
    expect(
      foundBy('annotation.typo', '--- e1.fountain\n[[setup: gun]]\n--- e2.treatment.md\n<!-- pya: gun -->\n'),
    ).toHaveLength(1);
    expect(foundBy('annotation.typo', '--- one.fountain\n[[setup: gun]]\n\n[[stup: glass]]\n\n[[ask: gun]]\n')).toEqual(
      [],
    );
  });
});

describe('annotation.typo in a key', () => {
  const study = `--- all.study.yaml
title: All
characters: [{ id: marissa, name: Marissa Irvine, aliases: [Mrs Irvine] }, { id: jo, name: Jo }]
events: [{ id: dinner, text: They dine. }]
facts: [{ id: murder, text: He did it, status: holds }]
`;
  const slips = (text: string, path = 'one.fountain') =>
    foundBy('annotation.typo', `${study}--- ${path}\nINT. HALL - DAY\n\n${text}\n`).map((line) => line.split(': ')[1]);

  test.each([
    ['[[reveal: murder tp=marissa]]', 'tp'],
    ['[[reveal: murder TP=Audience,marissa]]', 'TP'],
    ['[[reveal: murder ot="Mrs Irvine"]]', 'ot'],
    ['[[learns: murder whi=jo]]', 'whi'],
    ['[[setup: gun fro=murder]]', 'fro'],
    ['[[setup: gun inetnt=open]]', 'inetnt'],
    ['[[setup: gun events=dinner]]', undefined],
    ['[[setup: gun evnet=dinner]]', 'evnet'],
    ['[[reveal: murder vai="a letter"]]', 'vai'],
    ['[[setup: gun ta=41:30]]', 'ta'],
    ['[[reveal: murder sa=disputed]]', 'sa'],
  ])('finds the slip: %s', (text, slip) => {
    expect(slips(text)).toEqual(slip === undefined ? [] : [slip]);
    expect(slips(text, 'one.treatment.md')).toEqual(slip === undefined ? [] : [slip]);
  });

  test.each([
    // A key of one's own, a value that the key does not have, a kind that does not take it, a key that is there.
    ...[
      '[[reveal: murder page=12]]',
      '[[reveal: murder tp=12]]',
      '[[reveal: murder tp=marissa,12]]',
      '[[setup: gun tp=marissa]]',
    ],
    ...['[[reveal: murder to=jo tp=marissa]]', '[[reveal: murder via=jo vai=marissa]]', '[[setup: gun evnet=lunch]]'],
    // Words in their own right, and what may be two keys.
    ...[
      '[[reveal: murder no=marissa]]',
      '[[uses: murder why=jo who=jo]]',
      '[[learns: murder why=jo]]',
      '[[setup: gun form=murder]]',
    ],
    ...[
      '[[reveal: murder am=41:30]]',
      '[[reveal: murder vib=radio]]',
      '[[setup: gun | tp=marissa]]',
      '[[craft: Tell tp=marissa]]',
    ],
  ])('is silent: %s', (text) => expect(slips(text)).toEqual([]));

  test('says which key was meant', () => {
    const fixture = season(`${study}--- one.fountain\n[[reveal: murder tp=marissa]]\n`);
    const [typo] = diagnose(fixture.context()).filter(({ code }) => code === 'annotation.typo');
    expect(typo).toMatchObject({ data: { suggestion: 'to' }, message: expect.stringContaining('“to”') });
  });
});

describe('ids that the study does not declare', () => {
  const study = `--- all.study.yaml
title: All
characters: [{ id: anna, name: Anna Berg, aliases: [Annie] }]
threads: [{ id: gun, title: Gun, kind: object, intent: open }]
facts: [{ id: murder, text: He did it, status: holds }]
`;

  test('thread.unknown, fact.unknown, character.unknown', () => {
    expect(
      found(`${study}--- one.fountain\n[[setup: gnu for=swap intent=open]]\n\n[[reveal: murdre to=bo]]\n`).sort(),
    ).toEqual([
      'warning character.unknown one.fountain: bo',
      'warning fact.unknown one.fountain: murdre',
      'warning fact.unknown one.fountain: swap',
      'warning reveal.unsupported one.fountain: murdre',
      'warning thread.unknown one.fountain: gnu',
    ]);
  });

  test('a slip comes with what was meant', () => {
    const fixture = season(`${study}--- one.fountain\n[[setup: gnu intent=open]]\n`);
    expect(diagnose(fixture.context())[0]?.data).toEqual({ thread: 'gnu', suggestion: 'gun' });
  });

  test('names, aliases, parts of names, the audience, and whoever speaks are known', () => {
    expect(
      found(
        `${study}--- one.fountain\nBO\nHello.\n\n[[reveal: murder to=anna,audience,bo]]\n\n[[knows: murder who=annie,berg]]\n`,
      ),
    ).toEqual([]);
  });

  test('without a study, or where its lists are empty, all is known', () => {
    expect(found('--- one.fountain\n[[setup: gnu intent=open]]\n\n[[reveal: murdre to=bo]]\n')).toEqual([]);
    expect(
      found(
        '--- all.study.yaml\ntitle: All\n--- one.fountain\n[[setup: gnu intent=open]]\n\n[[reveal: murdre to=bo]]\n',
      ),
    ).toEqual([]);
  });
});

describe('heading.blank-line', () => {
  test('finds a heading that is none', () => {
    expect(found('--- one.fountain\nText.\n\nINT. HOUSE - NIGHT\nShe enters.\n')).toEqual([
      'hint heading.blank-line one.fountain: INT. HOUSE - NIGHT',
    ]);
  });

  test('is silent where the blank line is there, or nothing follows', () => {
    expect(found('--- one.fountain\nText.\n\nINT. HOUSE - NIGHT\n\nShe enters.\n')).toEqual([]);
    expect(found('--- one.fountain\nText.\n\nINT. HOUSE - NIGHT\n')).toEqual([]);
  });

  test('at the limit: a word that only begins like a heading, a line within a paragraph, a line that is forced', () => {
    expect(found('--- one.fountain\nText.\n\nInternational waters.\nShe enters.\n')).toEqual([]);
    expect(found('--- one.fountain\nText.\nINT. HOUSE - NIGHT\nShe enters.\n')).toEqual([]);
    expect(found('--- one.fountain\nText.\n\n!INT. HOUSE - NIGHT\nShe enters.\n')).toEqual([]);
  });
});
