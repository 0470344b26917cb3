import { describe, expect, test } from 'vitest';
import { rules } from '../../server/core/rules/table.ts';
import { findAll, textsOf } from './load.ts';

const season = textsOf('samples/broken');
const studyFile = textsOf('samples/broken/study-file');
const found = [...findAll(season), ...findAll(studyFile)];

describe('samples/broken', () => {
  test.each([
    ['setup.unpaid', 'episode-1.fountain', 7],
    ['setup.unreinforced', 'episode-1.fountain', 10],
    ['herring.uncleared', 'episode-1.fountain', 13],
    ['setup.forgotten', 'episode-1.fountain', 22],
    ['payoff.rushed', 'episode-1.fountain', 27],
    ['payoff.before-setup', 'episode-1.fountain', 30],
    ['payoff.unplanted', 'episode-1.fountain', 33],
    ['chamber.place', 'episode-2.fountain', 5],
    ['chamber.time', 'episode-3.fountain', 5],
    ['chamber.cast', 'episode-4.fountain', 5],
    ['chamber.dialogue', 'episode-5.fountain', 5],
    ['fact.disputed', 'episode-6.fountain', 15],
    ['reveal.unsupported', 'episode-6.fountain', 19],
    ['knowledge.unlearned', 'episode-6.fountain', 27],
    ['reveal.repeated', 'episode-6.fountain', 35],
    ['knowledge.absent', 'episode-6.fountain', 39],
    ['act.no-turn', 'episode-7.treatment.md', 9],
    ['annotation.typo', 'episode-8.fountain', 12],
    ['annotation.malformed', 'episode-8.fountain', 15],
    ['thread.unknown', 'episode-8.fountain', 18],
    ['fact.unknown', 'episode-8.fountain', 22],
    ['character.unknown', 'episode-8.fountain', 26],
    ['heading.blank-line', 'episode-8.fountain', 30],
    ['study.invalid', 'broken.study.yaml', 10],
    ['study.duplicate', 'broken.study.yaml', 15],
    ['study.uncited', 'broken.study.yaml', 17],
    ['study.unresolved', 'broken.study.yaml', 21],
  ] as const)('%s is found in %s at line %i, once, as loud as the rule is', (code, file, line) => {
    expect(found.filter((one) => one.code === code)).toMatchObject([{ file, line, severity: rules[code] }]);
  });

  test('shows each rule, and nothing else is found', () => {
    expect(found.map(({ code }) => code).sort()).toEqual(Object.keys(rules).sort());
  });

  test.each(found.map(({ code, file, line }) => [code, file, line] as const))(
    'the note above says so: %s in %s, line %i',
    (code, file, line) => {
      const text = season.get(file) ?? studyFile.get(file)!;
      const above = text.split('\n').slice(0, line);
      const note = above.findLast((one) => /\bFault: [a-z-]+\.[a-z-]+\./.test(one));
      expect(note).toContain(`Fault: ${code}. `);
    },
  );

  test.each([
    ['episode-1.fountain', '[[payoff: trapdoor]]', 'payoff.unplanted'],
    ['episode-6.fountain', 'to=dov', 'knowledge.absent', 'to=dov via=telegram'],
    ['episode-3.fountain', 'INT. CELLAR - LATER', 'chamber.time', 'INT. CELLAR - CONTINUOUS'],
    ['episode-8.fountain', 'who=corra', 'character.unknown', 'who=cora'],
  ])('mended, it is gone, and no other comes: %s %s', (file, wrong, code, right = '') => {
    const mended = new Map([...season, [file, season.get(file)!.replace(wrong, right)]]);
    const codes = (all: readonly { readonly code: string }[]) => all.map((one) => one.code);
    expect(codes(findAll(mended))).toEqual(codes(findAll(season)).filter((one) => one !== code));
  });
});
