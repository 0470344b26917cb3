import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../server/core/annotations/annotation.ts';
import { parseAnnotation, parseSlip } from '../../../server/core/annotations/parse.ts';

const read = (inside: string) => parseAnnotation(inside, 0, 'note');
const mark = (kind: Mark['kind'], ids: string[], more: Partial<Mark> = {}): Mark => ({ kind, ids, keys: {}, ...more });

describe('an annotation says', () => {
  it.each<[string, Mark]>([
    ['setup: gun', mark('setup', ['gun'])],
    ['plant: gun', mark('setup', ['gun'])],
    ['seed: gun', mark('setup', ['gun'])],
    ['reminder: gun', mark('reminder', ['gun'])],
    ['reinforce: gun', mark('reminder', ['gun'])],
    ['echo: gun', mark('reminder', ['gun'])],
    ['payoff: gun', mark('payoff', ['gun'])],
    ['pay: gun', mark('payoff', ['gun'])],
    ['herring: gun', mark('herring', ['gun'])],
    ['herring: colins-theft cleared', mark('herring', ['colins-theft'], { cleared: true })],
    [
      "herring: Colin's theft cleared | So.",
      mark('herring', ['colins-theft'], {
        title: "Colin's theft",
        cleared: true,
        note: 'So.',
      }),
    ],
    ['herring: a, b cleared at=3:10', mark('herring', ['a', 'b'], { cleared: true, keys: { at: '3:10' } })],
    ['herring: a at=3:10 cleared', mark('herring', ['a'], { cleared: true, keys: { at: '3:10' } })],
    ['setup: nothing cleared', mark('setup', ['nothing-cleared'], { title: 'nothing cleared' })],
    [
      'reveal: baby-swap to=marissa,audience via=confession',
      mark('reveal', ['baby-swap'], {
        keys: { to: 'marissa,audience', via: 'confession' },
      }),
    ],
    [
      'learns: baby-swap who=alcaras via=synesthesia',
      mark('learns', ['baby-swap'], {
        keys: { who: 'alcaras', via: 'synesthesia' },
      }),
    ],
    ['knows: baby-swap who=peter', mark('knows', ['baby-swap'], { keys: { who: 'peter' } })],
    ['uses: baby-swap who=alcaras', mark('uses', ['baby-swap'], { keys: { who: 'alcaras' } })],
    ['turn: midpoint | All turns.', mark('turn', [], { value: 'midpoint', note: 'All turns.' })],
    ['turn: Act Out event=x', mark('turn', [], { value: 'act-out', title: 'Act Out', keys: { event: 'x' } })],
    ['turn: | All turns.', mark('turn', [], { note: 'All turns.' })],
    ['story: -6y', mark('story', [], { value: '-6y' })],
    ['story: NOW | Back.', mark('story', [], { value: 'now', note: 'Back.' })],
    ['story: day 3 at=1:00', mark('story', [], { value: 'day 3', keys: { at: '1:00' } })],
    ['form: chamber-play', mark('form', [], { value: 'chamber-play' })],
    ['form: Chamber play', mark('form', [], { value: 'chamber-play', title: 'Chamber play' })],
    ['craft: See how long it waits.', mark('craft', [], { note: 'See how long it waits.' })],
    ['craft: Two goods | If a=b, then c.', mark('craft', [], { title: 'Two goods', note: 'If a=b, then c.' })],
    ['craft: Watch x=y here at=41:30', mark('craft', [], { note: 'Watch x=y here', keys: { at: '41:30' } })],
    ['ignore: setup.unpaid | why', mark('ignore', ['setup.unpaid'], { note: 'why' })],
    ['ignore: setup.unpaid, Payoff.rushed', mark('ignore', ['setup.unpaid', 'payoff.rushed'])],
    ['ignore: setup.unpaid payoff.rushed', mark('ignore', ['setup.unpaid', 'payoff.rushed'])],
    ['beat A: She lies.', mark('storyline', ['a'], { title: 'A', note: 'She lies.' })],
    [
      'beat Main plot: She lies: again.',
      mark('storyline', ['main-plot'], {
        title: 'Main plot',
        note: 'She lies: again.',
      }),
    ],
    ['storyline A, Main plot', mark('storyline', ['a', 'main-plot'])],
    ['marker red: look', mark('marker', [], { value: 'red', note: 'look' })],
    ['marker: look', mark('marker', [], { note: 'look' })],
    ['todo: look', mark('todo', [], { note: 'look' })],
  ])('[[%s]]', (inside, expected) => {
    const annotation = read(inside);
    expect(annotation?.mark).toEqual(expected);
    expect(annotation?.problems).toEqual([]);
  });

  it.each<[string, string[], string?]>([
    ["setup: Peter's soy allergy", ['peters-soy-allergy'], "Peter's soy allergy"],
    ['setup: Peter’s soy allergy', ['peters-soy-allergy'], 'Peter’s soy allergy'],
    ['SETUP: Gun', ['gun']],
    ['setup: gun, knife ,rope', ['gun', 'knife', 'rope']],
    ['setup: gun, gun', ['gun']],
    ['setup: gun, ', ['gun']],
    ['setup: the gun, the knife', ['the-gun-the-knife'], 'the gun, the knife'],
    ['setup: snake_case-3', ['snake_case-3']],
    ['setup: Élan, ИВАН, 黒澤, हिन्दी', ['élan', 'иван', '黒澤', 'हिन्दी']],
    ['setup: E\u0301lan', ['élan']],
    ['setup: Élan vital!', ['élan-vital'], 'Élan vital!'],
    ['setup: E=mc2 on the board', ['e-mc2-on-the-board'], 'E=mc2 on the board'],
    ['setup : gun', ['gun']],
    ['  setup:gun', ['gun']],
    ['setup: “Anything is possible.”', ['anything-is-possible'], '“Anything is possible.”'],
  ])('[[%s]] names %j', (inside, ids, title) => {
    expect(read(inside)?.mark).toEqual({ kind: 'setup', ids, keys: {}, ...(title ? { title } : {}) });
  });

  it.each<[string, Record<string, string>, string?]>([
    ['setup: x via="two words"', { via: 'two words' }],
    ['setup: x via=“two words”', { via: 'two words' }],
    ['setup: x via="a | b" | c', { via: 'a | b' }, 'c'],
    ['setup: x intent=open|c', { intent: 'open' }, 'c'],
    ['reveal: x to=marissa, audience via=y', { to: 'marissa, audience', via: 'y' }],
    ['reveal: x to=marissa, via=y', { to: 'marissa', via: 'y' }],
    ['setup: x for=a for=b', { for: 'a,b' }],
    ['setup: x via=a via=b', { via: 'a' }],
    ['setup: x FOR=Fact', { for: 'Fact' }],
    ['setup: x, for=y', { for: 'y' }],
    ['setup: x unknown=y', { unknown: 'y' }],
    ['setup: x at=41:30 as=disputed', { at: '41:30', as: 'disputed' }],
    ['setup: x | via=y | z', {}, 'via=y | z'],
    ['setup: x \\| y', {}, 'y'],
    ['setup: x via=y\\| z', { via: 'y' }, 'z'],
    ['setup: x |', {}],
    ['setup: x constructor=y', { constructor: 'y' } as unknown as Record<string, string>],
  ])('[[%s]] carries %j', (inside, keys, note) => {
    const annotation = read(inside);
    expect(annotation?.mark).toEqual({ kind: expect.any(String), ids: ['x'], keys, ...(note ? { note } : {}) });
    expect(annotation?.problems).toEqual([]);
  });

  it('keeps a key named __proto__ a key', () => {
    expect(Object.entries(read('setup: x __proto__=y')?.mark?.keys ?? {})).toEqual([]);
    expect(Object.entries(read('setup: x a__proto__=y')?.mark?.keys ?? {})).toEqual([['a__proto__', 'y']]);
  });
});

describe('an ordinary note is', () => {
  it.each([
    ...['', ' ', 'She lies.', 'setup', 'stetup', 'setup gun', 'note: gun', 'setups and payoffs: a list', 'set-up: x'],
    ...[
      'setup: one\nline',
      'setup:\r\ngun',
      'story: long ago',
      'story: ',
      'story: -6y or so',
      'form: ',
      'craft: ',
      'craft: |',
    ],
    ...[
      'ignore: this for now',
      'ignore: setup',
      'beat',
      'beat: he waits',
      'beat of silence',
      'storyline',
      'storyline: A',
    ],
    ...['marker pen', 'marker of the past: x', 'todo', 'todo list: x', 'étude: x', '123: x', ': x', 'setup；x'],
  ])('[[%s]]', (inside) => expect(read(inside)).toBeUndefined());
});

describe('what is malformed', () => {
  const problems = (inside: string) =>
    read(inside)?.problems.map(({ start, end, code, message }) => [`[[${inside}]]`.slice(start, end), code, message]);
  const no = (what: string) => `No ${what.split(' ')[0]} is named: write its id after “${what.split(' ')[1]}:”.`;

  it.each([
    ['setup: ', 'setup', no('thread setup')],
    ['setup:', 'setup', no('thread setup')],
    ['Plant: for=x', 'Plant', no('thread setup')],
    ['setup: | why', 'setup', no('thread setup')],
    ['setup: ?!', 'setup', no('thread setup')],
    ['setup: ,', 'setup', no('thread setup')],
    ['herring: cleared', 'herring', no('thread herring')],
    ['reveal: to=audience', 'reveal', no('fact reveal')],
    ['ignore:', 'ignore', 'No rule is named: write its code after “ignore:”, as in “ignore: setup.unpaid”.'],
  ])('[[%s]] has no id and says nothing', (inside, where, message) => {
    expect(problems(inside)).toEqual([[where, 'annotation.malformed', message]]);
    expect(read(inside)?.mark).toBeUndefined();
  });

  it.each([
    ['setup: x for=', 'for=', 'The key “for” has no value.'],
    ['setup: x for= intent=open', 'for=', 'The key “for” has no value.'],
    ['setup: x for=| y', 'for=', 'The key “for” has no value.'],
    ['setup: x for=\\| y', 'for=', 'The key “for” has no value.'],
    ['reveal: x to=, via=y', 'to=', 'The key “to” has no value.'],
    ['setup: x via=""', 'via=""', 'The key “via” has no value.'],
    ['reveal: x via="the dean', 'via="the', 'The quote after “via=” is not closed.'],
    ['reveal: x via="the dean | "no" he said', 'via="the', 'The quote after “via=” is not closed.'],
  ])('[[%s]] has no value and holds all the same', (inside, where, message) => {
    expect(problems(inside)).toEqual([[where, 'annotation.malformed', message]]);
    expect(read(inside)?.mark?.ids).toEqual(['x']);
  });
});

describe('a key that is not joined to its value by “=”', () => {
  const problems = (inside: string) =>
    read(inside)?.problems.map(({ start, end, code, suggestion }) => [
      `[[${inside}]]`.slice(start, end),
      code,
      suggestion,
    ]);

  it.each<[string, string, string, Record<string, string>]>([
    ['reveal: x via"y"', 'via"y"', 'via="y"', { via: 'y' }],
    ['reveal: x via"two words" | so', 'via"two words"', 'via="two words"', { via: 'two words' }],
    ['reveal: x via“two words”', 'via“two words”', 'via=“two words”', { via: 'two words' }],
    ['setup: x intent:open', 'intent:open', 'intent=open', { intent: 'open' }],
    ['setup: x Intent:Motif|c', 'Intent:Motif', 'Intent=Motif', { intent: 'Motif' }],
    ['reveal: x to:marissa,audience', 'to:marissa,audience', 'to=marissa,audience', { to: 'marissa,audience' }],
    ['reveal: x to = marissa via=y', 'to = marissa', 'to=marissa', { to: 'marissa', via: 'y' }],
    ['reveal: x to =marissa', 'to =marissa', 'to=marissa', { to: 'marissa' }],
    ['reveal: x to=marissa, via:y', 'via:y', 'via=y', { to: 'marissa', via: 'y' }],
    ['reveal: x to=marissa via"y"', 'via"y"', 'via="y"', { to: 'marissa', via: 'y' }],
    ['setup: x at:41:30', 'at:41:30', 'at=41:30', { at: '41:30' }],
    ['herring: x cleared at:41:30', 'at:41:30', 'at=41:30', { at: '41:30' }],
    ['turn: act-out event:dinner', 'event:dinner', 'event=dinner', { event: 'dinner' }],
    ['reveal: día to:día', 'to:día', 'to=día', { to: 'día' }],
  ])('[[%s]] is mended, and holds all the same', (inside, where, suggestion, keys) => {
    expect(problems(inside)).toEqual([[where, 'annotation.malformed', suggestion]]);
    expect(read(inside)?.mark).toMatchObject({ keys });
    expect(read(inside)?.mark?.title).toBeUndefined();
    const mended = read(inside.replace(where, suggestion));
    expect(mended?.problems).toEqual([]);
    expect(mended?.mark).toEqual(read(inside)?.mark);
  });

  it('is sure behind a title, where its value can be no other', () => {
    expect(problems("setup: Peter's soy allergy intent:open")).toEqual([
      ['intent:open', 'annotation.malformed', 'intent=open'],
    ]);
    expect(read("setup: Peter's soy allergy intent:open")?.mark?.ids).toEqual(['peters-soy-allergy']);
  });

  it.each([
    // Words of a title.
    ...[
      'reveal: The letter to:Marissa',
      'reveal: Letter to"Marissa"',
      'reveal: Memo to:Marissa',
      'reveal: To: Marissa',
    ],
    ...['setup: The train at:5', 'setup: gun at:five', 'setup: Ready at: 5', 'setup: for:', 'setup: x for: peter'],
    ...[
      'setup: x intent:opne',
      'setup: What is the intent: open?',
      'reveal: x via "y"',
      'reveal: x to"y',
      'reveal: x via""',
    ],
    ...[
      'reveal: to:marissa',
      'reveal: x to marissa',
      'reveal: x = y',
      'reveal: x to',
      'reveal: x to =',
      'reveal: x to = | y',
    ],
    // A value of several words that lacks its quotes.
    ...['reveal: x via=phone call to:jo', 'reveal: x via=a letter to"jo"'],
    // Keys that the kind does not take, or nobody.
    ...['setup: x to:marissa', 'payoff: x intent:open', 'setup: x page:3', 'setup: x http://a.b', 'setup: x into:open'],
    // Free text.
    ...[
      'setup: x | intent:open via"y"',
      'craft: See to:marissa via"y"',
      'turn: act-out | event:dinner',
      'craft: a at:41:30',
    ],
  ])('[[%s]] is left alone', (inside) => expect(problems(inside)).toEqual([]));
});

describe('a slip', () => {
  it.each([
    ['setpu: gun', 'setup'],
    ['setupp: gun', 'setup'],
    ['sotup: gun', 'setup'],
    ['palnt: gun', 'plant'],
    ['payof: gun', 'payoff'],
    ['Reveals: baby-swap to=audience', 'reveal'],
    ['herings: gun', undefined],
    ['reminde: gun', 'reminder'],
    ['storry: -6y', 'story'],
    ['storry: of her life', undefined],
    ['draft: second', undefined],
    ['known: he did it', undefined],
    ['seeds: gun', undefined],
    ['learn: baby-swap who=alcaras', 'learns'],
    ['seeds: gun why=not', undefined],
    ['setpu:', undefined],
    ['setpu', undefined],
    ['pya: gun', undefined],
    ['eco: gun', undefined],
    ['market: closed', undefined],
    ['tetup:\ngun', undefined],
  ])('[[%s]] → %s', (inside, suggestion) => {
    const annotation = read(inside);
    expect(annotation?.problems.map((it) => [it.code, it.suggestion])).toEqual(
      suggestion && [['annotation.typo', suggestion]],
    );
    expect(annotation?.mark).toBeUndefined();
  });

  it('marks the word', () => {
    const annotation = parseAnnotation('setpu: gun', 10, 'note');
    expect(annotation?.problems[0]).toMatchObject({ start: 12, end: 17, message: expect.stringContaining('“setup”') });
    expect(annotation).toMatchObject({ kind: { text: 'setpu' }, ids: [{ start: 19, end: 22, text: 'gun' }] });
  });

  it('of a short word is one for a caller who knows the id', () => {
    expect(parseSlip('pya: soy-allergy', 0, 'note')?.ids[0]?.text).toBe('soy-allergy');
    expect(parseSlip('pya: soy-allergy', 0, 'note')?.problems[0]?.suggestion).toBe('pay');
    expect(parseSlip('seeds: soy-allergy', 0, 'note')?.problems[0]?.suggestion).toBe('seed');
    expect(parseSlip('pay: soy-allergy', 0, 'note')).toBeUndefined();
    expect(parseSlip('pxx: soy-allergy', 0, 'note')).toBeUndefined();
  });
});
