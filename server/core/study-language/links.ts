import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { scalarsOf } from './scalars.ts';
import { studyText } from './words.ts';

/** An address on the web that stands in a text. */
export interface WebLink extends Span {
  readonly url: string;
}

/** The addresses of a study's sources. */
export function studyLinks(source: SourceText): WebLink[] {
  const study = studyText(source);
  return study.sections
    .filter(({ key }) => key === 'sources')
    .flatMap(({ pieces }) => pieces.flatMap((piece) => scalarsOf(study.text, piece)))
    .flatMap(({ part, path, value, span }) => {
      const isAddress =
        part === 'value' && path.length === 3 && path[2] === 'url' && /^https?:\/\/\S+$/.test(String(value));
      return isAddress ? [{ ...span, url: String(value) }] : [];
    });
}
