import { t } from '@vscode/l10n';
import type { Card, CardDispute, CardNote, CardPlace, CardTable } from '../core/query/answers.ts';
import { labelled } from '../core/query/labels.ts';
import { escapeMarkdown, oneLine } from './escape.ts';

/** How the parts of a card are written. All texts given to it are as the core has them, not escaped. */
export interface Pen {
  text(text: string): string;
  strong(text: string): string;
  soft(text: string): string;
  link(text: string, href: string): string;
  /** Of cells that are written already. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): string;
}

export const markdownPen: Pen = {
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  soft: (text) => `*${escapeMarkdown(text)}*`,
  link: (text, href) => `[${escapeMarkdown(text)}](${href})`,
  table: (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
};

export const plainPen: Pen = {
  text: oneLine,
  strong: oneLine,
  soft: oneLine,
  link: (text) => oneLine(text),
  table: (head, rows) => rows.map((row) => plainRow(head, row)).join('\n'),
};

/** `Dialogue: 70 % (Median of 94 produced films: 41 %, The Breakfast Club: 70 %)` */
function plainRow(head: readonly string[], [name, value, ...others]: readonly string[]): string {
  const beside = others.flatMap((other, i) => (other === '' ? [] : [labelled(head[i + 2]!, other)]));
  return `${labelled(name!, value!)}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}`;
}

/**
 * A card as a hover shows it, in the order that the design gives. `hrefs` are the links of the card's places, by index.
 */
export function renderCard(card: Card, hrefs: readonly (string | undefined)[], pen: Pen): string {
  const blocks = [
    [pen.strong(card.title), pen.soft(card.kind)].filter((part) => part.replaceAll('*', '') !== '').join(' · '),
    ...card.lines.map(pen.text),
    card.table ? tableBlock(card.table, pen) : '',
    list([
      ...card.places.map((place, i) => placeLine(place, hrefs[i], pen)),
      ...card.missing.map((missing) => pen.soft(missing)),
    ]),
    list(card.knows.map(pen.text)),
    ...card.craft.map((note) => noteBlock(note, pen)),
    ...card.disputes.map((dispute) => disputeBlock(dispute, pen)),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function tableBlock({ head, rows }: CardTable, pen: Pen): string {
  return pen.table(
    head.map(pen.text),
    rows.map((row) => row.map(pen.text)),
  );
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function placeLine(place: CardPlace, href: string | undefined, pen: Pen): string {
  const name = [place.role, place.where].filter((part) => part !== '').join(' · ');
  const after = [place.here ? t('here') : '', place.distance ?? '', place.reading ? t('a reading') : ''];
  const said = after.filter((part) => part !== '').join(', ');
  const written = href === undefined ? pen.text(name) : pen.link(name, href);
  const line = place.text ? labelled(written, pen.text(place.text)) : written;
  return said === '' ? line : `${line} (${pen.soft(said)})`;
}

function noteBlock(note: CardNote, pen: Pen): string {
  const from = [note.by, ...note.sources].filter((part) => part !== undefined && part !== '').join(', ');
  const said = [from, note.reading ? t('a reading') : ''].filter((part) => part !== '').join('; ');
  return `${pen.text(note.text)}${said === '' ? '' : ` — ${pen.soft(said)}`}`;
}

function disputeBlock(dispute: CardDispute, pen: Pen): string {
  const claims = dispute.claims.map(({ text, sources }) => {
    return sources.length === 0 ? pen.text(text) : `${pen.text(text)} — ${pen.soft(sources.join(', '))}`;
  });
  return `${labelled(pen.strong(t('Disputed')), pen.text(dispute.title))}\n\n${list(claims)}`;
}
