import { Script } from '../fountain/script.ts';
import type { QueryContext } from '../query/context.ts';
import type { Completion } from '../study-language/complete.ts';
import { cues, extensions } from './complete-cue.ts';
import { headingStarts, places, roomsAndTimes } from './complete-heading.ts';
import { sections } from './complete-section.ts';
import { titleKeys, titlePage, titleValues } from './complete-title-page.ts';
import { transitions } from './complete-transition.ts';
import type { Around, CursorAt } from './offer.ts';
import { scriptCursor } from './script-cursor.ts';
import type { TitleWords } from './title-values.ts';

/**
 * What may stand at an offset of a script, outside annotations (design, section 8): the likeliest first. Nothing is offered
 * where prose or dialogue is written, nor where what stands there is whole already, so that Enter begins the next line.
 */
export function completeScript(context: QueryContext, offset: number, words: TitleWords): Completion[] {
  const { manuscript } = context;
  const cursor = manuscript instanceof Script ? scriptCursor(manuscript, offset) : undefined;
  if (!cursor || !(manuscript instanceof Script)) return [];
  const { text } = manuscript;
  const { lineStart } = cursor;
  const lineEnd = lineStart + text.lineText(text.lineAt(lineStart)).length;
  const gap = {
    before: lineStart === 0 ? -1 : manuscript.itemAt(lineStart - 1),
    after: manuscript.itemAt(lineEnd) + 1,
  };
  const around: Around = { context, script: manuscript, gap };
  switch (cursor.at) {
    case 'title key':
      return titleStart(around, cursor, words);
    case 'title value':
      return titleValues(around, cursor, words);
    case 'section':
      return sections(around, cursor);
    case 'extension':
      return extensions(around, cursor);
    case 'place':
      return places(around, cursor);
    case 'time':
      return roomsAndTimes(around, cursor);
    case 'line':
      break;
  }
  switch (cursor.forced) {
    case '@':
      return cues(around, cursor);
    case '.':
      return places(around, cursor);
    case '>':
      return transitions(around, cursor);
    case '':
      return [
        ...(cursor.isFirst ? titleStart(around, { ...cursor, at: 'title key', colon: false }, words) : []),
        ...cues(around, cursor),
        ...headingStarts(around, cursor),
        ...transitions(around, cursor),
      ];
  }
}

function titleStart(around: Around, cursor: CursorAt<'title key'>, words: TitleWords): Completion[] {
  return [...titleKeys(around, cursor), ...titlePage(around, cursor, words)];
}
