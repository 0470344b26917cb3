import { t } from '@vscode/l10n';
import type { SymbolNode } from '../query/answers.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Piece, Section } from './pieces.ts';
import { type ScalarAt, scalarsOf } from './scalars.ts';
import { type StudyText, studyText } from './words.ts';

/** What names an entry, and what says more of it: the first of these keys that it has. */
const names = ['id', 'number', 'on', 'text', 'name', 'title'];
const details = ['title', 'name', 'text', 'fact', 'note'];

/** The symbols of a study file: its lists and their entries, also while it is broken. */
export function studySymbols(source: SourceText): SymbolNode[] {
  const study = studyText(source);
  return study.sections
    .filter(({ key }) => key !== '')
    .map((section) => ({
      name: section.key,
      detail: detailOf(study, section),
      kind: 'entry',
      span: trimmed(study, section),
      selection: section.keySpan,
      children: childrenOf(study, section),
    }));
}

/** How many entries, or the value where it is but one. */
function detailOf(study: StudyText, section: Section): string | undefined {
  const [piece] = section.pieces;
  if (section.indent !== undefined) return String(section.pieces.length);
  const value = piece && scalarsOf(study.text, piece).find(({ part, path }) => part === 'value' && path.length === 1);
  return value && typeof value.value !== 'object' ? String(value.value) : undefined;
}

function childrenOf(study: StudyText, section: Section): SymbolNode[] {
  if (section.indent === undefined) return flowEntries(study, section);
  return section.pieces.flatMap((piece) => {
    const scalars = scalarsOf(study.text, piece).filter(({ path }) => path.length <= 3);
    return entrySymbol(section.key, scalars, trimmed(study, piece)) ?? [];
  });
}

/** The entries of a list in brackets: each from its first word to its last. */
function flowEntries(study: StudyText, section: Section): SymbolNode[] {
  const scalars = section.pieces.flatMap((piece: Piece) => scalarsOf(study.text, piece));
  const byIndex = new Map<number, ScalarAt[]>();
  for (const scalar of scalars) {
    const index = scalar.path[1];
    if (typeof index !== 'number') continue;
    const list = byIndex.get(index);
    if (list) list.push(scalar);
    else byIndex.set(index, [scalar]);
  }
  return [...byIndex.values()].flatMap((list) => {
    const span = { start: list[0]!.span.start, end: Math.max(...list.map((one) => one.span.end)) };
    return (
      entrySymbol(
        section.key,
        list.filter(({ path }) => path.length <= 3),
        span,
      ) ?? []
    );
  });
}

function entrySymbol(list: string, scalars: readonly ScalarAt[], span: Span): SymbolNode | undefined {
  const value = (name: string) =>
    scalars.find(({ part, path }) => part === 'value' && path.length === 3 && path[2] === name);
  const named = names.flatMap((name) => value(name) ?? [])[0] ?? scalars.find(({ path }) => path.length === 2);
  if (!named) return undefined;
  const detail = details.flatMap((name) => value(name) ?? []).find((one) => one !== named);
  const name = list === 'episodes' ? t('Episode {0}', String(named.value)) : oneLine(named.value);
  const kind =
    list === 'threads' ? 'thread' : list === 'characters' ? 'character' : list === 'episodes' ? 'episode' : 'entry';
  return { name, ...(detail && { detail: oneLine(detail.value) }), kind, span, selection: named.span, children: [] };
}

function oneLine(value: unknown): string {
  return String(value).replace(/\s+/g, ' ').trim();
}

/** Without the blank lines after it. */
function trimmed({ text }: StudyText, { start, end }: Span): Span {
  const said = text.slice(start, end);
  return { start: start + (said.length - said.trimStart().length), end: start + Math.max(1, said.trimEnd().length) };
}
