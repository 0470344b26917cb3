import { describe, expect, test } from 'vitest';
import { complete } from './complete.ts';

const talk = `INT. FLAT - NIGHT

Rain.

IRIS
It goes.

PIA
You wound it.

NOOR
Hello.
`;

/** What is offered on a line after the talk. */
const after = (line: string) => complete(`${talk}\n${line}\n`);

describe('who speaks next', () => {
  test('is whoever spoke last but one, then the others of the scene, the last speaker last', () => {
    expect(after('$0').labels.slice(0, 3)).toEqual(['PIA', 'IRIS', 'NOOR']);
    expect(complete('INT. A\n\nBOB\nHi.\n\n$0').labels[0]).toBe('BOB');
  });

  test('may speak further down, be named in action, or be introduced there', () => {
    const { labels } = complete(`INT. HALL - DAY

ZOE
Hm.

INT. FLAT - DAY

Zoe waits. A man, YURI KLEIN (40s), comes in. A BANG.

IRIS
Yes?

$0

PIA
No.
`);
    expect(labels.slice(0, 5)).toEqual(['PIA', 'IRIS', 'ZOE', 'YURI KLEIN', 'INT.']);
  });

  test('is looked for in the scene, the script, the season', () => {
    const source = `--- e1.fountain
Episode: 1

INT. A

$0

INT. B

DORA
Hm.
--- e2.fountain
Episode: 2

INT. A

EMIL
Hm.

FRIDA
Hm.

FRIDA
Hm.
`;
    expect(complete(source).labels.slice(0, 3)).toEqual(['DORA', 'FRIDA', 'EMIL']);
  });
});

describe('a name', () => {
  test('replaces all that is written of it', () => {
    expect(after('P$0').taking('PIA')).toBe('PIA');
    expect(after('PI$0XX (V.O.)').taking('PIA')).toBe('PIA (V.O.)');
    expect(after('PI$0 ^').taking('PIA')).toBe('PIA ^');
    expect(after('PI$0 [[setup: x]]').taking('PIA')).toBe('PIA [[setup: x]]');
    expect(complete(`${talk.replaceAll('\n', '\r\n')}\r\nPI$0\r\n`).taking('PIA')).toBe('PIA');
  });

  test('in any script that has case, with numbers and apostrophes', () => {
    const cast = "INT. A\n\nMAN #2\nA.\n\nO'HARA\nB.\n\nИВАН\nC.\n\nΣΟΦΙΑ\nD.\n\nGROSSWEIẞ\nE.\n\nR2D2\nF.\n";
    const at = (line: string) => complete(`${cast}\n${line}\n`).labels[0];
    expect(['MAN $0', 'O$0', "O'$0", 'ИВ$0', 'ΣΟ$0', 'GR$0', 'R2$0'].map(at)).toEqual([
      'MAN #2',
      "O'HARA",
      "O'HARA",
      'ИВАН',
      'ΣΟΦΙΑ',
      'GROSSWEIẞ',
      'R2D2',
    ]);
  });

  test('that is forced stays so', () => {
    const cast = 'INT. A\n\n@McGee\nHi.\n\n@黒澤\nHm.\n';
    expect(complete(`${cast}\nMC$0\n`).taking('McGee')).toBe('@McGee');
    expect(complete(`${cast}\n@mc$0\n`).taking('McGee')).toBe('@McGee');
    expect(complete(`${cast}\n@$0\n`).labels).toEqual(['McGee', '黒澤']);
  });

  test('that is whole is not gone on with', () => {
    const cast = 'INT. A\n\nANN\nHi.\n\nANNA\nHm.\n';
    expect(complete(`${cast}\nAN$0\n`).labels).toEqual(['ANN', 'ANNA']);
    expect(complete(`${cast}\nANN$0\n`).labels).toEqual([]);
    expect(complete(`${cast}\nANN$0\nHello.\n`).labels).toEqual([]);
    // What is half written is nobody's name, though a line follows it.
    expect(complete(`${cast}\nANNE$0\nHello.\n`).labels).toEqual([]);
    expect(complete(`${cast}\nAN$0\nHello.\n`).labels).toEqual(['ANN', 'ANNA']);
  });
});

describe('nothing', () => {
  test.each([
    ['in prose', `${talk}\nPia ta$0`],
    ['in prose that begins as a name does', `${talk}\nPi$0`],
    ['in dialogue', `${talk}P$0`],
    ['below a cue', 'INT. A\n\nPIA\nP$0'],
    ['below a speech, on an empty line of it', `${talk}  \nP$0`],
    ['below action', `${talk}\nRain.\nP$0`],
    ['behind a word', `${talk}\nRain. P$0`],
    ['in a parenthetical', 'INT. A\n\nPIA\n(P$0)\nHm.'],
    ['in a boneyard', `${talk}\n/*\n\nP$0\n\n*/`],
    ['behind one that is being opened', `${talk}\n/* P$0`],
    ['in a note of several lines', `${talk}\n[[a\nP$0\nb]]`],
    ['behind an ellipsis', `${talk}\n..P$0`],
    ['in forced action', `${talk}\n!P$0`],
    ['in a centred line', `${talk}\n> P$0 <`],
    ['in a synopsis', `${talk}\n= P$0`],
    ['in a lyric', `${talk}\n~P$0`],
    ['before what goes on in small letters', `${talk}\nP$0 walks in.`],
  ])('%s', (_, source) => {
    expect(complete(source).labels).toEqual([]);
  });

  test('above a line of notes only, but the same as on a blank line', () => {
    expect(complete(`${talk}\n[[setup: x]]\nP$0`).labels).toEqual(['PIA']);
    expect(complete(`${talk}\n# A beat\nP$0`).labels).toEqual(['PIA']);
  });
});

describe('the study', () => {
  const study = `
--- a.study.yaml
study: 1
title: The Cake
episodes: [{ number: 1 }, { number: 2 }]
characters:
  - { id: peter, name: Peter Irvine, aliases: [Pete, { name: The stranger, until: who-he-is }] }
  - { id: marissa, name: Marissa Irvine }
facts: [{ id: swap, text: Swapped. }]
reveals: [{ id: who-he-is, fact: swap, to: [audience], episode: 2 }]
`;
  const source = `--- e1.fountain
Episode: 1

INT. A

$0
--- e2.fountain
Episode: 2

INT. B

MARISSA
Hm.

LATECOMER
Hm.
${study}`;

  test('has names for cues, with who that is', () => {
    const { offered, labels } = complete(source);
    expect(labels.slice(0, 6)).toEqual([
      'MARISSA',
      'LATECOMER',
      'PETER IRVINE',
      'PETE',
      'THE STRANGER',
      'MARISSA IRVINE',
    ]);
    expect(offered[0]).toMatchObject({ detail: 'Marissa Irvine', entry: { list: 'characters', id: 'marissa' } });
    expect(complete(source.replace('$0', '@pe$0')).taking('Peter Irvine')).toBe('@Peter Irvine');
  });

  test('within the horizon names nobody who comes later, and no alias that is secret yet', () => {
    const people = complete(source, 1).offered.filter(({ kind }) => kind === 'person');
    expect(people.map(({ label }) => label)).toEqual(['PETER IRVINE', 'PETE']);
    expect(complete(source, 2).labels.slice(0, 2)).toEqual(['MARISSA', 'LATECOMER']);
    const heard = source.replace('$0', 'THE STRANGER\nHm.\n\nMARISSA\nHm.\n\n$0');
    const [stranger] = complete(heard, 1).offered;
    expect(stranger).toMatchObject({ label: 'THE STRANGER' });
    expect(JSON.stringify(stranger)).not.toMatch(/peter/i);
    expect(complete(heard, 2).offered[0]).toMatchObject({ label: 'THE STRANGER', detail: 'Peter Irvine' });
    // Named, and not heard to speak yet.
    const named = complete(source.replace('$0', 'The Stranger waits.\n\n$0'), 1).offered;
    expect(named.filter(({ kind }) => kind === 'person').map(({ label }) => label)).toEqual([
      'PETER IRVINE',
      'PETE',
      'THE STRANGER',
    ]);
    // Of a script of two episodes, what stands in the first.
    const both = 'INT. A\n\nANN\nHi.\n\n# Episode 2\n\nINT. B\n\nBEA\nHm.\n';
    expect(complete(`# Episode 1\n\nINT. Z\n\n$0\n\n${both}`, 1).labels[0]).toBe('ANN');
    expect(complete(`# Episode 1\n\nINT. Z\n\n$0\n\n${both}`, 1).labels).not.toContain('BEA');
  });
});

describe('extensions', () => {
  test('in brackets behind a name', () => {
    expect(after('PIA ($0').labels).toEqual(['V.O.', 'O.S.', 'O.C.', "CONT'D"]);
    expect(after('PIA (V$0').taking('V.O.')).toBe('PIA (V.O.)');
    expect(after('PIA ($0)').taking('V.O.')).toBe('PIA (V.O.)');
    expect(after('@Pia (v$0').taking('V.O.')).toBe('@Pia (V.O.)');
    expect(after('NOOR ($0').labels[0]).toBe("CONT'D");
    expect(after('PIA (V.O.) ($0').labels[0]).toBe('V.O.');
  });

  test('those that are used first', () => {
    const radio = `${talk}\nPIA (on the radio)\nHm.\n\nIRIS (CONT’D)\nHm.\n`;
    expect(complete(`${radio}\nPIA ($0`).labels).toEqual(['on the radio', 'V.O.', 'O.S.', 'O.C.', 'CONT’D']);
    expect(complete(`${radio}\nIRIS ($0`).labels[0]).toBe('CONT’D');
  });

  test('not in prose, nor once they are whole', () => {
    expect(after('Pia ($0').labels).toEqual([]);
    expect(after('PIA (V.O.$0').labels).toEqual([]);
    expect(after('PIA (V.O.)$0').labels).toEqual([]);
  });
});
