import { beforeAll, describe, expect, test } from 'vitest';
import { lengthOf, pageAt } from '../../../server/core/pages/manuscript-pages.ts';
import type { OutlineNode, SymbolNode } from '../../../server/core/query/answers.ts';
import {
  callsAt,
  incomingCalls,
  outgoingCalls,
  type StoryCall,
} from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { occurrencesOf } from '../../../server/core/query/cards/thread-card.ts';
import type { Measure, QueryContext } from '../../../server/core/query/context.ts';
import { hintTooltip, inlayHints } from '../../../server/core/query/inlay-hints.ts';
import { lensText } from '../../../server/core/query/lenses/lens-text.ts';
import { lenses } from '../../../server/core/query/lenses/lenses.ts';
import { threadMentionsIn } from '../../../server/core/query/mentions/mention-list.ts';
import { FacetsOfSeasons, outline } from '../../../server/core/query/outline.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { shortTitle, withoutStop } from '../../../server/core/query/short-title.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { seasonSymbols } from '../../../server/core/query/workspace-symbols.ts';
import { digestOf } from '../../../server/core/season/digest.ts';
import { itemsOf } from '../../../server/core/season/items.ts';
import type { Season } from '../../../server/core/season/season.ts';
import { entriesOf } from '../../../server/core/season/study-entries.ts';
import { type Fixture, folder, season } from '../../fixture.ts';
import { speakPseudo, untranslated } from '../../pseudo.ts';
import { textsOf } from '../../samples/load.ts';

beforeAll(speakPseudo);

const arrangements = ['twist', 'structure', 'thread'] as const;
const samples = ['samples/broken', 'samples/the-long-table', 'samples/all-her-fault'];

function sample(path: string): Fixture {
  return season([...textsOf(path)].map(([name, text]) => `--- ${name}\n${text}`).join('\n'));
}

function measureOf({ manuscripts }: Fixture): Measure {
  const at = (uri: string) => manuscripts.get(uri.slice(folder.length + 1))!;
  return {
    page: ({ uri, item }) => pageAt(at(uri), at(uri).place(item).start),
    length: ({ uri }) => lengthOf(at(uri), 0, at(uri).text.length),
  };
}

function contextsOf(fixture: Fixture): QueryContext[] {
  const measure = measureOf(fixture);
  return [...fixture.manuscripts.keys()].map((path) => ({ ...fixture.context(path), measure }));
}

function flat(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function said(nodes: readonly OutlineNode[]): (string | undefined)[] {
  return nodes.flatMap(({ label, description }) => [label, description]);
}

/** Everything in a season that the writer or its study wrote, and that an answer may show as it is. */
function writtenIn(one: Season): Set<string> {
  const { characters, episodes, files, study, threads, facts } = one;
  const entries = entriesOf(study);
  const points = [...threads.values()].flatMap(occurrencesOf);
  const acts = [...files.values()].flatMap(({ structure }) => structure.episodes.flatMap((part) => part.acts));
  const scenes = acts.flatMap((act) => act.scenes);
  const items = [...files.values()].flatMap((file) => itemsOf(file.facts));
  const headings = items.flatMap((item) => (item.type === 'section' || item.type === 'act' ? item.title : []));
  const marks = [...files.values()].flatMap((file) => digestOf(file.facts).marks.map(({ mark }) => mark));
  return new Set(
    [
      one.title,
      ...[...characters.values()].flatMap(({ id, name }) => [id, name]),
      ...episodes.flatMap(({ title, form }) => [title, form]),
      ...[...threads.values()].map(({ title }) => title),
      ...[...facts.values()].flatMap((fact) => [fact.title, withoutStop(fact.title), shortTitle(one, fact)]),
      ...[...entries.events.values()].map(({ text }) => text),
      ...(study?.places ?? []).map(({ name }) => name),
      ...points.flatMap(({ entry, at }) => [entry?.text, at]),
      ...headings,
      ...acts.map(({ title }) => title),
      ...scenes.flatMap(({ title, number }) => [title, `${number}. ${title}`]),
      ...marks.flatMap(({ ids, title, note, value, keys }) => [...ids, title, note, value, ...Object.values(keys)]),
    ].flatMap((text) => (text ? [oneLine(text), capital(oneLine(text))] : [])),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The parts of answers that nobody wrote and that are not translated. Numbers are the same in every language. */
function unsaid(answers: Iterable<string | undefined>, written: ReadonlySet<string>): string[] {
  const parts = [...answers].flatMap((answer = '') => {
    const one = oneLine(answer);
    return written.has(one) ? [] : untranslated(one).split(' · ').map(oneLine);
  });
  return [...new Set(parts)].filter((part) => !written.has(part) && !/^[\d\s/:.,#—]*$/.test(part));
}

describe.each(samples)('%s', (path) => {
  const fixture = sample(path);
  const contexts = contextsOf(fixture);
  const whole = fixture.season();
  const written = writtenIn(whole);
  const measure = measureOf(fixture);

  test.each(arrangements)('the outline by %s', (by) => {
    const nodes = flat(outline(whole, by, { measure }));
    expect(nodes.length).toBeGreaterThan(5);
    expect(unsaid(said(nodes), written)).toEqual([]);
  });

  test('the outline as it is filtered, and what it can be filtered by', () => {
    const gathered = new FacetsOfSeasons();
    gathered.add(whole);
    const { kinds, statuses, people, episodes } = gathered.facets();
    const filters = [
      ...kinds.map((kind) => ({ kinds: [kind] })),
      ...statuses.map((status) => ({ statuses: [status] })),
      ...episodes.map(({ id }) => ({ episodes: [id] })),
    ];
    const nodes = filters.flatMap((filter) => flat(outline(whole, 'thread', { measure, filter })));
    expect(unsaid(said(nodes), written)).toEqual([]);
    const named = [...people.map(({ name }) => name), ...episodes.flatMap(({ label, title }) => [label, title])];
    expect(unsaid(named, written)).toEqual([]);
  });

  test('the scene at each line', () => {
    const nodes = contexts.flatMap((context) => {
      const { text } = context.manuscript;
      const lines = Array.from({ length: text.lineCount }, (_, line) => text.lineStart(line));
      return lines.flatMap((offset) => {
        const report = sceneReport(context, offset);
        return 'rows' in report ? flat(report.rows) : [];
      });
    });
    expect(nodes.length).toBeGreaterThan(20);
    expect(unsaid(said(nodes), written)).toEqual([]);
  });

  test('code lenses', () => {
    const texts = contexts.flatMap((context) =>
      lenses(context, { threads: true, reveals: true, structure: true }).map(
        (lens) => lens.missing ?? lensText(context, { ...lens, named: false })?.title,
      ),
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(unsaid(texts, written)).toEqual([]);
  });

  test('inlay hints', () => {
    const texts = contexts.flatMap(({ manuscript }) => {
      const everything = { start: 0, end: manuscript.text.length };
      const hints = inlayHints(manuscript, everything, { episodes: true, acts: true, scenes: true });
      return hints.flatMap(({ label, item }) => [label, ...(hintTooltip(manuscript, item)?.split('\n') ?? [])]);
    });
    expect(texts.length).toBeGreaterThan(2);
    expect(unsaid(texts, written)).toEqual([]);
  });

  test('symbols of the texts and of the season', () => {
    const all = (nodes: readonly SymbolNode[]): SymbolNode[] => nodes.flatMap((one) => [one, ...all(one.children)]);
    const nodes = [...whole.files.values()].flatMap(({ uri, structure }) => {
      const context = contexts.find((one) => one.uri === uri);
      return context ? all(symbols(context.manuscript, structure)) : [];
    });
    const found = seasonSymbols(whole, undefined);
    const texts = [
      ...nodes.flatMap(({ name, detail }) => [name, detail]),
      ...found.flatMap(({ name, container }) => [name, container.replace(whole.title, '')]),
    ];
    expect(unsaid(texts, written)).toEqual([]);
  });

  test('calls', () => {
    const calls = contexts.flatMap((context) => {
      const marks = digestOf(context.manuscript.facts).marks.map(({ item }) => context.manuscript.place(item));
      const mentions = threadMentionsIn(context).map(({ start }) => ({ start, end: start + 1 }));
      return [...marks, ...mentions].flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i).flatMap((offset) =>
          callsAt(context, offset).flatMap((call): StoryCall[] => [
            call,
            ...incomingCalls(context, call.node),
            ...outgoingCalls(context, call.node),
          ]),
        ),
      );
    });
    expect(calls.length).toBeGreaterThan(2);
    const texts = calls.flatMap(({ name, detail }) => [name, detail]);
    expect(unsaid(texts, written)).toEqual([]);
  });

  test('ids, kinds and statuses are in no language', () => {
    const gathered = new FacetsOfSeasons();
    gathered.add(whole);
    const { kinds, statuses, people, episodes } = gathered.facets();
    const words = [...kinds, ...statuses, ...people.map(({ id }) => id), ...episodes.map(({ id }) => id)];
    const rows = arrangements.flatMap((by) => flat(outline(whole, by, { measure, filter: {} })));
    const ofRows = rows.flatMap(({ id, kind, status, ref, people: who = [], episode }) => [
      ...[id, kind, status, ref, episode],
      ...who,
    ]);
    expect([...words, ...ofRows].filter((word) => word?.includes('⟦'))).toEqual([]);
    for (const { id } of episodes) expect(outline(whole, 'structure', { filter: { episodes: [id] } })).toHaveLength(1);
  });
});
