import type { AnnotationProblem } from '../../annotations/annotation.ts';
import { kindInfo } from '../../annotations/kinds.ts';
import { nearestKind } from '../../annotations/nearest.ts';
import { parseAnnotation, parseSlip } from '../../annotations/parse.ts';
import type { Block } from '../../fountain/block.ts';
import { Gathering } from '../../fountain/gathering.ts';
import { Script } from '../../fountain/script.ts';
import type { Manuscript } from '../../manuscript.ts';
import { Treatment } from '../../treatment/treatment.ts';
import type { Problem, TextContext, TextRule } from '../rule.ts';
import { keySlips } from './key-slips.ts';

/** What the parser says of annotations: no id, a key without value or `=`, a slip in the kind or in a key. */

export const annotationMalformed: TextRule = {
  code: 'annotation.malformed',
  reads: 'text',
  tells: 'nothing',
  *check(context: TextContext): Iterable<Problem> {
    yield* problemsIn(context, 'annotation.malformed');
  },
};

/** A slip away from a kind: where the word is long enough to be sure, or where the id is known. And slips in keys. */
export const annotationTypo: TextRule = {
  code: 'annotation.typo',
  reads: 'text',
  tells: 'nothing',
  *check(context: TextContext): Iterable<Problem> {
    yield* problemsIn(context, 'annotation.typo');
    yield* knownSlips(context);
    yield* keySlips(context);
  },
};

function* problemsIn({ manuscript, digest }: TextContext, code: AnnotationProblem['code']): Iterable<Problem> {
  for (const item of digest.flawed) {
    for (const problem of manuscript.annotation(item)?.problems ?? [])
      if (problem.code === code) yield toProblem(item, problem);
  }
}

/** A note that begins with a word and a colon. */
const WORD_NOTE = /(?:\[\[|<!--)([^\S\r\n]*([a-z]{2,10})[^\S\r\n]*:[^\r\n]{1,300}?)(\]\]|-->)/gi;

/** Short and ordinary words are taken for a slip only where an id of the season follows: `[[stup: soy-allergy]]`. */
function* knownSlips({ season, manuscript }: TextContext): Iterable<Problem> {
  for (const { start, text, comment } of doubtfulNotes(manuscript)) {
    const slip = parseSlip(text, start, comment ? 'comment' : 'note');
    const [problem] = slip?.problems ?? [];
    const info = problem?.suggestion === undefined ? undefined : kindInfo(problem.suggestion);
    if (!slip || !problem || !info) continue;
    const known = info.names === 'threads' ? season.threads : info.names === 'facts' ? season.facts : undefined;
    if (slip.ids.some(({ text: id }) => known?.has(id))) yield toProblem(undefined, problem);
  }
}

/** The inside of a note that may be a slip, and where it starts. */
interface DoubtfulNote {
  readonly start: number;
  readonly text: string;
  readonly comment: boolean;
}

/** Such a note stands on one line, so a block is searched once, and lives on in the versions of a script. */
const searched = new WeakMap<Block, readonly DoubtfulNote[]>();
const none: readonly DoubtfulNote[] = [];

const inScripts = new Gathering<DoubtfulNote>((block, text) => {
  if (block.cuts.length === 0) return none; // no note
  let notes = searched.get(block);
  if (!notes) {
    const cuts = new Set(block.cuts.flatMap((cut) => (cut.type === 'note' ? [cut.start] : [])));
    notes = doubtfulNotesIn(text()).filter((note) => cuts.has(note.start));
    searched.set(block, notes);
  }
  return notes;
});

function* doubtfulNotes(manuscript: Manuscript): Iterable<DoubtfulNote> {
  const { text } = manuscript;
  if (!(manuscript instanceof Script)) {
    for (const note of doubtfulNotesIn(text.toString())) {
      if (!(manuscript instanceof Treatment) || manuscript.isNoteAt(note.start)) yield note;
    }
    return;
  }
  for (const { found, start } of inScripts.of(manuscript)) yield { ...found, start: found.start + start };
}

function doubtfulNotesIn(text: string): DoubtfulNote[] {
  return [...text.matchAll(WORD_NOTE)].flatMap((match): DoubtfulNote[] => {
    const comment = match[0].startsWith('<');
    if (comment !== (match[3] === '-->') || nearestKind(match[2]!) === undefined) return [];
    const [start, text] = [match.index, match[1]!];
    // What the parser takes for a slip by itself is reported already.
    return parseAnnotation(text, start, comment ? 'comment' : 'note') ? [] : [{ start, text, comment }];
  });
}

function toProblem(item: number | undefined, { start, end, message, suggestion }: AnnotationProblem): Problem {
  return { item, span: { start, end }, message, data: suggestion === undefined ? undefined : { suggestion } };
}
