import { beforeAll, expect, test } from 'vitest';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { loadStudy } from '../../../server/core/study/load.ts';
import { entryCard } from '../../../server/core/study-language/entry-card.ts';
import { aliasTemplate, entryTemplate, studyTemplate } from '../../../server/core/study-language/entry-templates.ts';
import { studyFixes } from '../../../server/core/study-language/fixes/study-fixes.ts';
import { textFixes } from '../../../server/core/study-language/fixes/text-fixes.ts';
import { allLists, calledOne } from '../../../server/core/study-language/lists.ts';
import { newIdOf, subjectNamed } from '../../../server/core/study-language/rename.ts';
import { intentPlaces } from '../../../server/core/study-language/thread-intent.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { ask, cake } from './ask.ts';

beforeAll(speakPseudo);

/** Every answer is a text of ours from its first sign to its last. */
function allTranslated(answers: readonly string[]) {
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((answer) => !answer || untranslated(answer) !== '')).toEqual([]);
}

test('ways to mend a text', () => {
  const fixture = season(`--- e1.fountain
Episode: 1

INT. A - DAY

[[setpu: gun]] [[setup: gun]] [[payoff: hat]] [[herring: cat]] [[reveal: x to=joe]]

--- e2.fountain
Episode: 2

INT. B - DAY

[[payoff: ring]] [[herring: dog]]

INT. C - DAY

Nothing.

--- a.study.yaml
${cake}`);
  const study = SourceText.of(cake);
  const titles = ['e1.fountain', 'e2.fountain'].flatMap((path) => {
    const context = fixture.context(path);
    return diagnose(context).flatMap(({ code, span, data = {} }) =>
      textFixes(context, study, { code, ...span, data }).map(({ title }) => title),
    );
  });
  for (const part of ['Change to', 'to the study', 'Ignore', 'scene', 'open on purpose'])
    expect(titles.some((title) => title.includes(part))).toBe(true);
  allTranslated(titles);
});

test('ways to mend a study', () => {
  const source = cake
    .replace('sources: [time] }\nplaces', 'sources: [tiem] }\nplaces')
    .replace('who: [peter, marissa]', 'who: [petr, nobody]')
    .replace('where: flat', 'wher: flat');
  const { query } = ask(source);
  const titles = loadStudy('file:///x', source).problems.flatMap(({ code, span, list, id }) =>
    studyFixes(
      { ...query, text: SourceText.of(source) },
      { code, ...span, data: { ...(list && { list }), ...(id && { id }) } },
    ).map(({ title }) => title),
  );
  for (const part of ['Change to', 'Add the character'])
    expect(titles.some((title) => title.includes(part))).toBe(true);
  allTranslated(titles);
});

test('why something is not renamed', () => {
  const { season: whole } = ask(cake).query;
  const refused = (found: unknown) => (found as { refused: string }).refused;
  const baby = { list: 'facts', id: 'baby-swap' } as Parameters<typeof newIdOf>[1];
  const peter = { list: 'characters', id: 'peter' } as Parameters<typeof newIdOf>[1];
  const marissa = { list: 'characters', id: 'marissa' } as Parameters<typeof newIdOf>[1];
  allTranslated([
    refused(subjectNamed(whole!, 'episodes', '1')),
    refused(subjectNamed(whole!, 'characters', 'audience')),
    refused(newIdOf(whole!, baby, 'a b')),
    refused(newIdOf(whole!, baby, '…')),
    refused(newIdOf(whole!, peter, 'marissa')),
    refused(newIdOf(whole!, peter, 'audience')),
    refused(newIdOf(whole!, marissa, 'the-stranger')),
    refused(newIdOf(whole!, marissa, 'pete')),
  ]);
});

test('why a thread is not marked', () => {
  const whole = season('--- e1.fountain\nINT. A - DAY\n\n[[herring: cat cleared]] [[payoff: hat]]\n').season();
  const refused = (id: string) => (intentPlaces(whole, id, 'open') as { refused: string }).refused;
  allTranslated([refused('nobody'), refused('cat'), refused('hat')]);
});

test('entries to fill in, and what stands in them', () => {
  const facts = { episode: '1', cited: true };
  const lists = [...allLists, 'craft_notes'].filter((list) => list !== 'acts');
  const templates = [...lists.map((list) => entryTemplate(list, facts)!), aliasTemplate(), studyTemplate()];
  allTranslated(templates.map(({ label }) => label));
  const placed = templates.flatMap(({ lines }) =>
    [...lines.join('\n').matchAll(/\$\{\d+:([^}]*)\}/g)].map((at) => at[1]!),
  );
  expect(placed.filter((text) => text.includes('⟦')).length).toBeGreaterThan(20);
  // What is the format's own: ids, the audience, numbers, an address.
  const own = /^(?:[a-z-]+|\d+|https:.*)$/;
  expect(placed.filter((text) => untranslated(text) !== '' && !own.test(text))).toEqual([]);
});

test('what an entry of each list is called', () => {
  allTranslated(allLists.map(calledOne));
});

test('what the entries are, that no other card tells of', () => {
  const { season: whole } = ask(
    `${cake}turns:\n  - { id: home, kind: midpoint, text: X }\nthemes:\n  - { id: water, text: Y }\n`,
  ).query;
  const at = { start: 0, end: 0 };
  const kinds = [
    { list: 'places', id: 'flat' },
    { list: 'sources', id: 'parade' },
    { list: 'themes', id: 'water' },
    { list: 'acts', id: 'act-one' },
  ] as const;
  for (const one of kinds) expect(entryCard(whole!, one, at)?.kind).toMatch(/^⟦(Place|Source|Theme|Act)⟧/);
  const flat = entryCard(whole!, kinds[0], at)!;
  allTranslated(flat.lines ?? []);
});
