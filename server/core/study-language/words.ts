import { listPrefixes } from '../study/check.ts';
import type { ReferredList } from '../study/references.ts';
import type { Path } from '../study/yaml-source.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { type Slot, slotAt } from './lists.ts';
import { cutStudy, type Piece, type Section } from './pieces.ts';
import { type ScalarAt, scalarsOf } from './scalars.ts';

/** A place in a study file where an id stands. */
export interface StudyWord extends Slot {
  /** In lower case, without what is said before it in `thread:crash`. */
  readonly id: string;
  /** Of the id alone. */
  readonly span: Span;
  /** With what is said before it. */
  readonly whole: Span;
  readonly style: ScalarAt['style'];
  readonly path: Path;
  /** Of an act, or of what refers to one: the episode, where it is said there. */
  readonly episode?: number;
}

/** A study file as it stands in the editor, be it broken: what hover, completion and rename read. */
export interface StudyText {
  readonly text: string;
  readonly sections: readonly Section[];
}

const made = new WeakMap<SourceText, StudyText>();

export function studyText(source: SourceText): StudyText {
  let study = made.get(source);
  if (!study) {
    const text = source.toString();
    study = { text, sections: cutStudy(text) };
    made.set(source, study);
  }
  return study;
}

/** The piece that holds an offset; at its very end too, where no other begins. */
export function pieceAt({ sections }: StudyText, offset: number): Piece | undefined {
  const section = sections.findLast(({ start }) => start <= offset);
  return section?.pieces.findLast(({ start, end }) => start <= offset && offset <= end);
}

/** The key or value at an offset. */
export function scalarAt(study: StudyText, offset: number): ScalarAt | undefined {
  const section = study.sections.findLast(({ start }) => start <= offset);
  const name = section?.keySpan;
  if (section && name && section.indent !== undefined && name.start <= offset && offset <= name.end) {
    const beside = study.sections.map(({ key }) => key);
    return { path: [section.key], part: 'key', value: section.key, span: name, style: 'plain', beside, flow: false };
  }
  const piece = pieceAt(study, offset);
  return piece && scalarsOf(study.text, piece).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Every id of a study file. */
export function wordsOf(study: StudyText): StudyWord[] {
  return study.sections.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const scalars = scalarsOf(study.text, piece);
      return scalars.flatMap((scalar) => wordFrom(study, scalar, scalars) ?? []);
    }),
  );
}

/** The id at an offset. */
export function wordAt(study: StudyText, offset: number): StudyWord | undefined {
  const piece = pieceAt(study, offset);
  if (!piece) return undefined;
  const scalars = scalarsOf(study.text, piece);
  const scalar = scalars.find(({ part, span }) => part === 'value' && span.start <= offset && offset <= span.end);
  return scalar && wordFrom(study, scalar, scalars);
}

function wordFrom({ text }: StudyText, scalar: ScalarAt, scalars: readonly ScalarAt[]): StudyWord | undefined {
  const { part, path, span: whole, style } = scalar;
  const slot = part === 'value' && (style === 'plain' || style === 'quoted') ? slotAt(path) : undefined;
  if (!slot) return undefined;
  const written = text.slice(whole.start, whole.end);
  const colon = slot.list === 'any' ? written.indexOf(':') : -1;
  const list = colon < 0 ? slot.list : listNamed(written.slice(0, colon));
  const span = { start: whole.start + colon + 1, end: whole.end };
  const id = written.slice(colon + 1).toLowerCase();
  if (id === '' || list === undefined) return undefined;
  const episode = list === 'acts' ? episodeBeside(path, scalars) : undefined;
  return { list, own: slot.own, id, span, whole, style, path, ...(episode !== undefined && { episode }) };
}

function listNamed(prefix: string): ReferredList | undefined {
  const name = prefix.toLowerCase();
  return Object.hasOwn(listPrefixes, name) ? listPrefixes[name] : undefined;
}

/** The number of the episode in which an act stands, or in which an event says that it is told. */
function episodeBeside(path: Path, scalars: readonly ScalarAt[]): number | undefined {
  const at = path[0] === 'episodes' ? [...path.slice(0, 2), 'number'] : [...path.slice(0, -1), 'episode'];
  const key = JSON.stringify(at);
  const found = scalars.find((one) => one.part === 'value' && JSON.stringify(one.path) === key);
  return typeof found?.value === 'number' ? found.value : undefined;
}
