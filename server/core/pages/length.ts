import { t } from '@vscode/l10n';

/** Lengths of printed pages are counted in eighths of a page, as in production. */
export type Eighths = number;

/**
 * Lines as eighths of a page of so many lines: to the nearest, halves up, and at least one, since a scene of one line is
 * still an eighth on the breakdown sheet (storiara.com/blog/how-to-calculate-film-script-page-counts).
 */
export function eighthsOf(lines: number, linesOfPage: number): Eighths {
  return Math.max(1, Math.round((8 * lines) / linesOfPage));
}

/** A page plays about a minute. */
export function minutesOf(eighths: Eighths): number {
  return eighths / 8;
}

/** `3/8`, `2`, `2 3/8`. As on breakdown sheets, eighths stay eighths: `4/8`. */
export function formatEighths(eighths: Eighths): string {
  const pages = Math.floor(eighths / 8);
  const rest = eighths % 8;
  if (rest === 0) return String(pages);
  return pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}

/** `1/8 page`, `1 page`, `2 3/8 pages`. */
export function formatPages(eighths: Eighths): string {
  const pages = formatEighths(eighths);
  return eighths <= 8 ? t('{0} page', pages) : t('{0} pages', pages);
}

/** `1 page`, `37 pages`: of what is bound by itself, on which one does not count eighths. */
export function formatWholePages(pages: number): string {
  return pages === 1 ? t('{0} page', pages) : t('{0} pages', pages);
}

/** `under a minute`, `1 minute`, `12 minutes`: from one on to the nearest minute, since a page is no stopwatch. */
export function formatMinutes(minutes: number): string {
  if (minutes < 1) return t('under a minute');
  const whole = Math.round(minutes);
  return whole === 1 ? t('1 minute') : t('{0} minutes', whole);
}
