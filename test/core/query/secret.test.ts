import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { callsAt, incomingCalls, outgoingCalls } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { personCard } from '../../../server/core/query/cards/person-card.ts';
import type { QueryContext } from '../../../server/core/query/context.ts';
import { counterparts } from '../../../server/core/query/counterparts.ts';
import { highlights } from '../../../server/core/query/highlights.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { lenses } from '../../../server/core/query/lenses/lenses.ts';
import { definition, implementation, references } from '../../../server/core/query/locate.ts';
import { mentionsOfIn, threadMentionsIn } from '../../../server/core/query/mentions/mention-list.ts';
import { fileEdits, proposalsAt } from '../../../server/core/query/mentions/proposals.ts';
import { move } from '../../../server/core/query/moves.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { seasonSymbols } from '../../../server/core/query/workspace-symbols.ts';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { within } from '../../../server/core/season/horizon.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { studyCalls } from '../../../server/core/study-language/calls.ts';
import { studyText, wordsOf } from '../../../server/core/study-language/words.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { matchingSymbols } from './matching-symbols.ts';

const samples = new URL('../../../samples/all-her-fault/', import.meta.url);
const names = readdirSync(samples).filter((name) => /\.treatment\.md$|\.study\.yaml$/.test(name));
const fixture = season(names.map((name) => `--- ${name}\n${readFileSync(new URL(name, samples), 'utf8')}`).join('\n'));
const treatments = [...fixture.manuscripts.keys()];
const last = 'episode-8.treatment.md';
const horizon = { episode: 7 };
const whole = fixture.season(last);
const { study } = whole;
const seen = within(whole, horizon);
const measure = { page: () => 1, length: () => undefined };

/** All that the study says of what is told only in the finale, and has no place before it. */
const hidden = [
  ...study!.facts.filter(({ id }) => !seen.facts.has(id)).map(({ text }) => text),
  ...study!.threads.filter(({ id }) => !seen.threads.has(id)).map(({ title }) => title),
  ...study!.threads.flatMap(({ payoffs, cleared }) =>
    [...payoffs, ...cleared].filter(({ episode }) => episode === 8).map(({ text }) => text),
  ),
  ...study!.events.filter(({ told }) => told?.episode === undefined || told.episode > 7).map(({ text }) => text),
  ...study!.craftNotes.filter(({ from }) => from !== undefined && from > 7).map(({ text }) => text),
  // Their titles begin with a capital letter.
  ...study!.disputes
    .filter(({ from }) => from !== undefined && from > 7)
    .map(({ id }) => id.replaceAll('-', ' ').slice(1)),
].filter((text) => text.length > 12);
const secretIds = study!.facts.filter(({ id }) => !seen.facts.has(id)).map(({ id }) => id);

/** What an answer may say, as one string; spans and uris are no words. */
function words(answer: unknown): string {
  return JSON.stringify(answer, (key, value) => (key === 'uri' || key === 'id' ? undefined : value)) ?? '';
}

function expectSilence(answer: unknown, where: string): void {
  const said = words(answer);
  if (/josephine|josie|murphy/i.test(said)) expect(said, where).not.toMatch(/carrie|finch|nanny/i);
  for (const text of hidden) if (said.includes(JSON.stringify(text).slice(1, -1))) expect(text, where).toBe('untold');
}

/** Every offset of a text, of words and signs one each: what stands at one of them stands at all. */
function* offsets(context: QueryContext): Iterable<number> {
  const text = context.manuscript.text.toString();
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)) yield index;
}

test('something is hidden, and Carrie is a secret', () => {
  expect(hidden.length).toBeGreaterThan(30);
  expect(secretIds).toContain('carrie-is-josephine');
  expect(whole.person('Carrie')).toBe('josephine');
  expect([seen.person('Carrie'), seen.person('Carrie Finch')]).toEqual(['carrie', 'carrie-finch']);
});

describe.each(treatments)('with the horizon at episode 7, in %s', (path) => {
  const context: QueryContext = { ...fixture.context(path), horizon, measure };

  test('no card tells, at any place', () => {
    for (const offset of offsets(context)) expectSilence(hoverCard(context, offset), `${path}:${offset}`);
  });

  test('nothing leads to where it is told', () => {
    for (const offset of offsets(context)) {
      const located = [definition, implementation, (c: QueryContext, o: number) => references(c, o, true)];
      for (const locate of located) {
        for (const target of locate(context, offset)?.targets ?? []) {
          expect(target.uri, `${path}:${offset}`).not.toContain(last);
          const text = fixture.textOf(target)!;
          expectSilence(text, `${path}:${offset}`);
          expect(secretIds).not.toContain(text);
        }
      }
    }
  });

  test('nobody at the cursor is who they are not said to be, and no thread is known too early', () => {
    for (const offset of offsets(context)) {
      const report = sceneReport(context, offset);
      if (!('rows' in report))
        expect([report.none, path === last]).toEqual([path === last ? 'ahead' : 'noScene', path === last]);
      else for (const row of report.rows) for (const child of row.children) expectSilence(child, `${path}:${offset}`);
    }
  });

  test('no move leads to where it is told', () => {
    if (path === last) return;
    for (const offset of offsets(context)) {
      const moved = (['mark', 'unpaid', 'scene', 'act'] as const).flatMap((stride) =>
        (['next', 'previous'] as const).flatMap((direction) => move(context, offset, stride, direction)?.target ?? []),
      );
      const { targets = [], everywhere = [] } = counterparts(context, offset) ?? {};
      for (const { uri } of [...moved, ...targets, ...everywhere]) expect(uri, `${path}:${offset}`).not.toContain(last);
    }
  });

  test('nothing marked in the text tells', () => {
    const { manuscript } = context;
    const words = (span: { start: number; end: number }) => manuscript.text.slice(span.start, span.end);
    expectSilence(threadMentionsIn(context).map(words), path);
    for (const { threads } of threadMentionsIn(context))
      for (const id of threads) expect(seen.threads.has(id)).toBe(true);
    for (const offset of offsets(context)) {
      // The word under the cursor may be the secret's own id: that stands in the text.
      const found = new Set(
        highlights(context, offset)
          .map(words)
          .filter((word) => !secretIds.includes(word)),
      );
      const said = [...found].join();
      if (/carrie/i.test(said)) expect(said, `${path}:${offset}`).not.toMatch(/josephine/i);
      const proposals = proposalsAt(context, offset);
      if (typeof proposals !== 'string')
        for (const { thread } of proposals) expect(seen.threads.has(thread)).toBe(true);
    }
    const edits = fileEdits(context);
    if (path === last) expect(edits).toEqual(expect.any(String));
    if (typeof edits !== 'string') expectSilence(edits, path);
    const josephine = mentionsOfIn(context, { type: 'person', id: 'josephine' }).map(words);
    expect(josephine.join()).not.toMatch(/carrie/i);
  });

  test('no lens tells, or leads to where it is told', () => {
    const found = lenses(context, { threads: true, reveals: true, structure: true });
    if (path === last) expect(found).toEqual([]);
    for (const lens of found) {
      expect(lens.missing).toBeUndefined();
      const text = lensText(context, lens)!;
      expectSilence(text.title, `${path}:${lens.span.start}`);
      for (const target of text.targets) expect(target.uri, text.title).not.toContain(last);
    }
  });

  test('no way through setups and payoffs goes there', () => {
    const found = new Set<string>();
    for (const offset of offsets(context)) {
      for (let at = callsAt(context, offset); at.length > 0; ) {
        const fresh = at.filter(({ node }) => !found.has(JSON.stringify(node)));
        for (const { node, name, detail, target } of fresh) {
          expectSilence([name, detail], `${path}:${offset}`);
          expect(target.uri, name).not.toContain(last);
          found.add(JSON.stringify(node));
        }
        at = fresh.flatMap(({ node }) => [...incomingCalls(context, node), ...outgoingCalls(context, node)]);
      }
    }
    if (path === treatments[0]) expect(found.size).toBeGreaterThan(3);
  });

  test('no finding tells', () => {
    const found = diagnose(context);
    expectSilence(found, path);
    for (const { message } of found) for (const id of secretIds) expect(message).not.toContain(id);
    if (path !== last) expectSilence(symbols(context.manuscript, structureOf(context.manuscript.facts)), path);
  });
});

test('with the horizon at episode 7, Carrie Finch has a card of her own', () => {
  const context: QueryContext = { ...fixture.context('episode-7.treatment.md'), horizon, measure };
  const at = context.manuscript.text.toString().indexOf('Carrie Finch');
  expect(hoverCard(context, at)).toMatchObject({ title: 'Carrie Finch', kind: 'Character' });
  for (const id of ['carrie-finch', 'carrie']) {
    const { name, declared } = seen.characters.get(id)!;
    expect([name, declared]).toEqual([id === 'carrie' ? 'Carrie' : 'Carrie Finch', undefined]);
  }
  const her = personCard(seen, seen.characters.get('josephine')!, { start: 0, end: 0 }, measure);
  expect(her.title).toBe('Josephine Murphy');
  expect(words(her)).not.toMatch(/carrie|finch|nanny/i);
});

test('no id of the study leads to where it is told', () => {
  const uri = study!.uri;
  const text = SourceText.of(fixture.textOf({ uri, span: { start: 0, end: Number.MAX_SAFE_INTEGER } })!);
  let found = 0;
  for (const { span, id, list } of wordsOf(studyText(text))) {
    const calls = studyCalls({ season: whole, uri, text, horizon }, span.start);
    found += calls.length;
    if (list === 'facts' && secretIds.includes(id)) expect(calls, id).toEqual([]);
    for (const { name, detail, target } of calls) {
      expectSilence([name, detail], id);
      expect(target.uri).not.toContain(last);
    }
  }
  expect(found).toBeGreaterThan(50);
});

test('no symbol of the season tells, or leads to where it is told', () => {
  const all = seasonSymbols(whole, horizon);
  expect(all.length).toBeGreaterThan(50);
  for (const symbol of all) {
    expectSilence(symbol, symbol.name);
    expect(symbol.target?.uri, symbol.name).not.toContain(last);
    if (symbol.target) expect(secretIds).not.toContain(fixture.textOf(symbol.target));
  }
  expect(matchingSymbols(all, 'carrie josephine', 99)).toEqual([]);
});

test.each(['twist', 'structure', 'thread'] as const)('the outline by %s does not tell', (by) => {
  const rows = outline(whole, by, { horizon, measure });
  expect(rows.length).toBeGreaterThan(0);
  expectSilence(rows, by);
  // Also the ids of rows, and what a label makes of the id of an annotation.
  const said = JSON.stringify(rows);
  for (const id of secretIds) expect(said).not.toMatch(new RegExp(`[:",/ ]${id}[",/ ]`));
  expect(said).not.toContain(last);
});

test('at the end everything is told', () => {
  const context = { ...fixture.context(last), measure };
  const at = context.manuscript.text.toString().indexOf('carrie-is-josephine');
  expect(words(hoverCard(context, at))).toContain('The nanny Carrie Finch is Josephine Murphy');
});
