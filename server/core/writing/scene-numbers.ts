import { headingParts } from '../fountain/headings.ts';
import type { Script } from '../fountain/script.ts';
import type { ScriptElement } from '../fountain/script-element.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { newSceneNumbers } from './new-scene-numbers.ts';
import { lastFirst } from './text-edits.ts';

/** `number`: scenes that have none get one; `renumber`: all get a new one, from 1; `remove`: none keeps one. */
export type NumberingStep = 'number' | 'renumber' | 'remove';

export interface Numbering {
  /** In order, none touching another. */
  readonly edits: readonly TextEdit[];
  /** The headings that cannot have what they should: what stands behind them would be read as part of it. */
  readonly left: readonly Span[];
}

/**
 * What numbers the scenes of a script, or takes their numbers away. Nothing but numbers changes: where a heading would read
 * otherwise than before, it is left as it is. What has been numbered stays as it is.
 */
export function numberScenes(script: Script, step: NumberingStep): Numbering {
  const headings = sceneHeadings(script);
  const wanted = wantedNumbers(
    headings.map(({ number }) => number),
    step,
  );
  const changes = headings.flatMap((heading, i) => {
    if (heading.number === wanted[i]) return [];
    return [{ heading, i, edit: editOf(script, heading, wanted[i]) }];
  });
  const left = changes.filter(({ edit }) => edit === undefined).map(({ heading }) => heading);
  let kept = changes.flatMap(({ heading, i, edit }) => (edit ? [{ heading, i, edit }] : []));
  // What one edit makes of another heading is rare enough to be found out by trying.
  for (;;) {
    const read = sceneHeadings(script.edit(lastFirst(kept.map(({ edit }) => edit))));
    const wrong = kept.filter(
      ({ heading, i }) =>
        read.length !== headings.length || read[i]!.text !== heading.text || read[i]!.number !== wanted[i],
    );
    if (wrong.length === 0) break;
    kept = kept.filter((one) => !wrong.includes(one));
    left.push(...wrong.map(({ heading }) => heading));
  }
  return {
    edits: kept.map(({ edit }) => edit),
    left: left.sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end })),
  };
}

function sceneHeadings(script: Script): ScriptElement[] {
  return [...script.elements()].filter(({ type }) => type === 'scene_heading');
}

function wantedNumbers(numbers: readonly (string | undefined)[], step: NumberingStep): (string | undefined)[] {
  switch (step) {
    case 'number':
      return newSceneNumbers(numbers);
    case 'renumber':
      return numbers.map((_, i) => String(i + 1));
    case 'remove':
      return numbers.map(() => undefined);
  }
}

/** Writes a number at the end of a heading, before the notes that follow it; undefined where it cannot be told where. */
function editOf(script: Script, heading: ScriptElement, number: string | undefined): TextEdit | undefined {
  const line = script.text.slice(heading.start, heading.end);
  const words = wordsEnd(script, heading, line);
  if (words === undefined) return undefined;
  const written = number === undefined ? '' : ` #${number}#`;
  const was = heading.number === undefined ? undefined : headingParts(line.slice(0, words).trimStart()).number;
  if (was !== heading.number) return undefined;
  const from = was === undefined ? words : line.slice(0, words - was.length - 2).trimEnd().length;
  return { start: heading.start + from, end: heading.start + words, insert: written };
}

/** Where the words of a heading end, number included; undefined where there are words behind a note. */
function wordsEnd(script: Script, heading: ScriptElement, line: string): number | undefined {
  let end = line.length;
  const cuts = [...script.elements(heading.start, heading.end)].filter(
    ({ type, start }) => (type === 'note' || type === 'boneyard') && start < heading.end,
  );
  for (const cut of cuts.reverse()) {
    if (line.slice(Math.max(0, cut.end - heading.start), end).trim() !== '') break;
    end = Math.min(end, cut.start - heading.start);
  }
  if (end <= 0) return undefined;
  return line.slice(0, end).trimEnd().length;
}
