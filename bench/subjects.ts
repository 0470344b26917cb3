import { Script } from '../server/core/fountain/script.ts';
import { CueSet } from '../server/core/mentions/cue-set.ts';
import { mentioningPassages } from '../server/core/mentions/mentions.ts';
import { cuesOf } from '../server/core/mentions/study-cues.ts';
import { geometryOf, usLetter } from '../server/core/pages/format.ts';
import { Pagination } from '../server/core/pages/pagination.ts';
import { loadStudy } from '../server/core/study/load.ts';
import { Treatment } from '../server/core/treatment/treatment.ts';
import { AW_PARSER, FLOOR, PARSE } from './budgets.ts';
import { generateScript, generateTreatment, sampleStudy, withoutAnnotations } from './generate.ts';
import { scriptTypings, type Typing, Typist, treatmentTypings } from './keystrokes.ts';
import type { Subject } from './measure.ts';
import { awTokens, fountainJsTokens, withoutLyrics } from './peers.ts';

export const SIZES = [15_000, 150_000, 1_500_000];

/** One run of fountain-js takes 9 s at 1.5 MB. */
const MOST_FOR_FOUNTAIN_JS = 150_000;

/** That of a script of two hours. */
const ORDINARY = 150_000;

/** Everything that is measured within one process. */
export function subjects(): Subject[] {
  const study = sampleStudy();
  return [
    ...SIZES.flatMap((size) => [
      ...readingScript(size, generateScript(size)),
      ...readingTreatment(size, generateTreatment(size)),
    ]),
    { name: 'study: load', size: 0, run: () => loadStudy('file:///the-long-table.study.yaml', study) },
  ];
}

function readingScript(size: number, text: string): Subject[] {
  const all: Subject[] = [
    { name: FLOOR, size, run: () => text.split('\n') },
    { name: PARSE, size, run: () => Script.parse(text) },
    { name: AW_PARSER, size, run: () => awTokens(text) },
  ];
  if (size <= MOST_FOR_FOUNTAIN_JS) {
    const spoken = withoutLyrics(text);
    all.push({ name: 'fountain-js 1.2.4', size, run: () => fountainJsTokens(spoken) });
  }
  if (size === ORDINARY) {
    const bare = withoutAnnotations(text);
    all.push(
      { name: 'script without annotations: full parse', size, run: () => Script.parse(bare) },
      { name: 'script without annotations: aw-parser', size, run: () => awTokens(bare) },
    );
  }
  const typings = scriptTypings(text);
  all.push(...typings.map((typing) => keys('script', size, typing)));
  return [...all, ...pages(size, typings[0]!), ...mentions(size, typings[0]!)];
}

function readingTreatment(size: number, text: string): Subject[] {
  return [
    { name: 'treatment: floor', size, run: () => text.split('\n') },
    { name: 'treatment: full parse with facts', size, run: () => Treatment.parse(text) },
    ...treatmentTypings(text).map((typing) => keys('treatment', size, typing)),
  ];
}

function keys(what: string, size: number, typing: Typing): Subject {
  const typist = new Typist(typing);
  return { name: `${what}: ${typing.name}`, size, run: () => typist.key() };
}

function pages(size: number, typing: Typing): Subject[] {
  const geometry = geometryOf(usLetter);
  const typist = new Typist(typing);
  let script = typist.manuscript as Script;
  let before = Pagination.of(script, geometry);
  const next = () => {
    script = typist.key() as Script;
  };
  return [
    { name: 'pages: in full', size, run: () => Pagination.of(script, geometry) },
    {
      name: 'pages: after a key',
      size,
      prepare: next,
      run: () => {
        before = Pagination.of(script, geometry, before);
      },
    },
  ];
}

function mentions(size: number, typing: Typing): Subject[] {
  const { study } = loadStudy('file:///the-long-table.study.yaml', sampleStudy());
  const cues = cuesOf(study!);
  const kept = CueSet.of(cues);
  const typist = new Typist(typing);
  return [
    {
      name: 'mentions: in full',
      size,
      // What is found is kept for as long as the set of cues is the same object.
      prepare: () => CueSet.of(cues),
      run: (fresh) => mentioningPassages(typist.manuscript, fresh as CueSet),
    },
    {
      name: 'mentions: after a key',
      size,
      prepare: () => typist.key(),
      run: () => mentioningPassages(typist.manuscript, kept),
    },
  ];
}
