import { describe, expect, it } from 'vitest';
import { type FactItem, factItems } from '../../../server/core/facts/file-facts.ts';
import { Script } from '../../../server/core/fountain/script.ts';
import { read } from './read.ts';

function told(input: string): string[] {
  return factItems(read(input).facts).map(brief);
}

function brief(item: FactItem): string {
  switch (item.type) {
    case 'section':
      return `${'#'.repeat(item.level)} ${item.title}`;
    case 'act':
      return `${item.ends ? 'ends' : 'act'} ${item.title}`;
    case 'scene':
      return `scene ${item.heading}${item.number ? ` #${item.number}` : ''}`;
    case 'cue':
      return `cue ${item.name}${item.extension ? ` (${item.extension})` : ''}`;
    case 'transition':
      return `transition ${item.text}`;
    case 'mark':
      return `${item.mark.kind} ${item.mark.ids.join()}${item.flawed ? '?' : ''}`;
    case 'slip':
      return `slip ${item.word}`;
    case 'flashback':
      return item.begins ? 'flashback' : 'end of flashback';
    case 'end':
      return `end ${item.text}`;
  }
}

describe('facts of a script', () => {
  it.each<[name: string, input: string, items: string[]]>([
    ['sections', '# Act One¶## The Door', ['# Act One', '## The Door']],
    ['scenes', 'INT. A #1#¶¶.B', ['scene INT. A #1', 'scene B']],
    ['cues', 'BOB (V.O.)¶Hi.¶¶@Al ^¶Yo.', ['cue BOB (V.O.)', 'cue Al']],
    [
      'marks, in the order of the text',
      'INT. A [[setup: x]]¶¶BOB [[pay: y]]¶Hi. [[pay: z]]',
      ['scene INT. A', 'setup x', 'cue BOB', 'payoff y', 'payoff z'],
    ],
    ['a mark before the heading on its line', '[[setup: x]] INT. A', ['scene INT. A', 'setup x']],
    [
      'transitions',
      'CUT TO:¶¶> Fade to white.¶¶> FADE OUT.',
      ['transition CUT TO:', 'transition Fade to white.', 'end FADE OUT.'],
    ],
    ['slips', '[[payof: x]] [[setup: ]]', ['slip payof', 'slip setup']],
    ['nothing from a boneyard', '/* INT. A [[setup: x]] */', []],
    ['no annotation over two lines', 'a [[setup: x¶y]]', []],
    ['ordinary notes', 'a [[hello]] [[nothing: much]]', []],
    ...[
      'ACT ONE',
      'ACT 2',
      'ACT III',
      'TEASER',
      'COLD OPEN',
      'PROLOGUE',
      'TAG',
      'EPILOGUE',
      'CODA',
      'ACT ONE: THE DOOR',
    ].map((line): [string, string, string[]] => [`a lone ${line}`, `a¶¶${line}¶¶b`, [`act ${line}`]]),
    ...[
      'AKT EINS',
      'AKT 1',
      'AKT II: DIE FLUT',
      'ERSTER AKT',
      'FÜNFTER AKT',
      '2. AKT',
      'PROLOG',
      'EPILOG: DER HAFEN',
      'ACTE UN',
      'ACTE I',
      'PREMIER ACTE',
      'DEUXIÈME ACTE : LA CHUTE',
      'DEUXIEME ACTE',
      '2E ACTE',
      'PRÉ-GÉNÉRIQUE',
      'ÉPILOGUE',
      'PRIMER ACTO',
      'ACTO UNO',
      'SÉPTIMO ACTO',
      'SEPTIMO ACTO',
      'PRÓLOGO',
      'PROLOGO',
      'EPÍLOGO',
    ].map((line): [string, string, string[]] => [`a lone ${line}`, `a¶¶${line}¶¶b`, [`act ${line}`]]),
    ...[
      ['ENDE DES ERSTEN AKTS', 'ERSTEN AKTS'],
      ['ENDE ERSTER AKT', 'ERSTER AKT'],
      ['ENDE DES TEASERS', 'TEASERS'],
      ['ENDE PROLOG', 'PROLOG'],
      ["FIN DE L'ACTE UN", 'ACTE UN'],
      ['FIN DE L’ACTE I', 'ACTE I'],
      ['FIN DU PREMIER ACTE.', 'PREMIER ACTE'],
      ['FIN DU TEASER', 'TEASER'],
      ['FIN DEL PRIMER ACTO', 'PRIMER ACTO'],
      ['FIN DEL PRÓLOGO', 'PRÓLOGO'],
    ].map(([line, act]): [string, string, string[]] => [`a lone ${line}`, `a¶¶${line}¶¶b`, [`ends ${act}`]]),
    [
      'centred in other languages, in any case',
      '> Erster Akt <¶¶> Fin de l’acte I <',
      ['act Erster Akt', 'ends acte I'],
    ],
    ['not where they speak', 'PROLOG¶Hallo.¶¶AKT EINS¶Hallo.', ['cue PROLOG', 'cue AKT EINS']],
    [
      'no act in other languages',
      [
        'AKT',
        'EIN AKT',
        'AKTE X',
        'AKT DER VERZWEIFLUNG',
        'PROLOG AM MEER',
        'ACTE DE NAISSANCE',
        'UN ACTE',
        'ACTO SEGUIDO',
        'LE TAG',
        'ENDE DER REISE',
        'ENDE DES TAGS',
        'TAG-TEAM',
      ].join('¶¶'),
      [],
    ],
    ['centred, in any case, with emphasis', '> **_Act One_** <', ['act Act One']],
    ['the end of an act', 'a¶¶END OF ACT ONE', ['ends ACT ONE']],
    ['the end of an act, centred', '> END TEASER <', ['ends TEASER']],
    ['not in lower case', 'a¶¶Act one', []],
    ['not amid action', 'a¶ACT ONE', []],
    ['not where it speaks', 'TAG¶Hello.', ['cue TAG']],
    ['no act', '> ACT UP <¶¶TAGGED', []],
    ['the end', 'a¶¶THE END', ['end THE END']],
    ['the end with a full stop', 'a¶¶FADE OUT.', ['end FADE OUT.']],
    ['the end centred', '> The End <', ['end The End']],
    ['the end with a colon', 'a¶¶FADE OUT:', ['end FADE OUT:']],
    ['the end as a forced transition', 'a¶¶> FADE OUT.', ['end FADE OUT.']],
    ['the end on a line of its own amid action', 'He dies.¶THE END', ['end THE END']],
    ...['ENDE', 'ENDE.', 'FIN', 'FIN.', 'ABBLENDE', 'FONDU AU NOIR.', 'FONDU AU NOIR :', 'FUNDIDO A NEGRO.'].map(
      (line): [string, string, string[]] => [`the end as ${line}`, `a¶¶${line}`, [`end ${line}`]],
    ),
    ['the end in other languages as a forced transition', '> Abblende', ['end Abblende']],
    ['no end', 'THE ENDING¶¶ENDE DER STRASSE¶¶AM ENDE¶¶FIN DE SEMANA¶¶FINE', []],
    ['not where it speaks, either', 'FIN¶Hello.', ['cue FIN']],
    ...[
      'BEGIN FLASHBACK:',
      'FLASHBACK:',
      'FLASHBACK',
      'FLASHBACK - INT. BARN - DAY',
      'START OF FLASHBACK SEQUENCE',
      'DISSOLVE TO FLASHBACK:',
      '> QUICK FLASH-BACK <',
      'RÜCKBLENDE:',
      'BEGINN DER RÜCKBLENDE',
      'DÉBUT DU FLASH-BACK',
      'FLASH-BACK : LA GRANGE',
      'INICIO DEL FLASHBACK',
    ].map((line): [string, string, string[]] => [`a lone ${line}`, `a¶¶${line}¶¶b`, ['flashback']]),
    ...[
      'END FLASHBACK.',
      'END OF FLASHBACK',
      'BACK TO PRESENT DAY:',
      'CUT BACK TO THE PRESENT.',
      '> FLASHBACK ENDS <',
      'ENDE RÜCKBLENDE',
      'ENDE DER RÜCKBLENDE',
      'ZURÜCK IN DIE GEGENWART',
      'ZURÜCK ZUR GEGENWART',
      'FIN DU FLASH-BACK',
      'RETOUR AU PRÉSENT',
      'FIN DEL FLASHBACK',
      'REGRESO AL PRESENTE',
    ].map((line): [string, string, string[]] => [`a lone ${line}`, `a¶¶${line}¶¶b`, ['end of flashback']]),
    ['no flashback', 'FLASHBACKS HAUNT HER¶¶BACK TO SCENE¶¶BLENDE¶¶IN DER GEGENWART¶¶PRÉSENT', []],
    ['not amid action either', 'a¶FLASHBACK:', []],
    ['a transition to a flashback is one', 'FLASHBACK TO:', ['transition FLASHBACK TO:']],
  ])('%s', (_, input, items) => {
    expect(told(input)).toEqual(items);
  });

  it('equal cues are one object', () => {
    const items = factItems(read('BOB (V.O.)¶a¶¶BOB  (V.O.)¶b¶¶BOB¶c¶¶@BOB ^¶d').facts);
    expect(items[0]).toBe(items[1]);
    expect(items[2]).toBe(items[3]);
    expect(items[0]).not.toBe(items[2]);
  });

  it('finds items by offset and offsets by item', () => {
    const script = read('a¶¶INT. A¶¶b [[setup: x]] c¶THE END');
    expect([0, 1, 2].map((item) => script.place(item))).toEqual([
      { start: 3, end: 9 },
      { start: 13, end: 25 },
      { start: 28, end: 35 },
    ]);
    expect([0, 2, 3, 12, 13, 27, 28, 99].map((offset) => script.itemAt(offset))).toEqual([-1, -1, 0, 0, 1, 1, 2, 2]);
    expect(() => script.place(3)).toThrow(RangeError);
    expect(() => script.place(-1)).toThrow(RangeError);
    expect(script.annotation(0)).toBeUndefined();
  });

  it('stay the same object when prose is edited', () => {
    const script = read('Title: X¶¶INT. A¶¶He sits. [[setup: x]]¶¶BOB¶Hi there.');
    for (const word of ['sits', 'there']) {
      const at = script.text.toString().indexOf(word);
      expect(script.edit([{ start: at, end: at + 1, insert: 'xy' }]).facts).toBe(script.facts);
    }
    const more = script.edit([{ start: 18, end: 18, insert: 'New paragraph.\n\nAnd another.\n\n' }]);
    expect(more.facts).toBe(script.facts);
  });

  it('stay the same object when blocks are added until their chunk is divided', () => {
    let script: Script = Script.parse(`INT. A\n\n${'He sits.\n\n'.repeat(60)}BOB\nHi.\n`);
    const { facts } = script;
    for (let i = 0; i < 400; i++) script = script.edit([{ start: 8, end: 8, insert: 'A line.\n\n' }]);
    expect(script.facts).toBe(facts);
    for (let i = 0; i < 400; i++) script = script.edit([{ start: 8, end: 17, insert: '' }]);
    expect(script.facts).toBe(facts);
  });

  it('change with the title page', () => {
    const script = read('Title: X¶¶INT. A');
    const edited = script.edit([{ start: 7, end: 8, insert: 'Y' }]);
    expect(edited.facts.head).toEqual({ title: 'Y' });
    expect(edited.facts.runs).toBe(script.facts.runs);
  });
});
