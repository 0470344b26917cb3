import { Script } from '../fountain/script.ts';
import type { Manuscript } from '../manuscript.ts';
import { type RuleCode, rules } from '../rules/table.ts';
import { idOfStudy } from '../season/catalogue.ts';
import { digestOf } from '../season/digest.ts';
import type { Season } from '../season/season.ts';
import type { Span } from '../text/span.ts';
import type { Link } from './answers.ts';
import { headSpan } from './head.ts';

/**
 * Links of a text, in its order: from `Study: …` in its title page or front matter to the study, from the codes in
 * `[[ignore: …]]` to the pages of these rules, and the web addresses in title page, notes and annotations. What a script
 * prints is no link, even where it reads like one.
 */
export function links(manuscript: Manuscript, season: Season): Link[] {
  const head = headSpan(manuscript);
  const besides = [...(head ? [head] : []), ...asides(manuscript)];
  const found = [
    ...(head ? studyNamed(manuscript, season, head) : []),
    ...rulesIgnored(manuscript),
    ...besides.flatMap((span) => addresses(manuscript, span)),
  ].sort((a, b) => a.start - b.start);
  const apart: Link[] = [];
  // A note in a note has its addresses twice.
  for (const link of found) if (link.start >= (apart.at(-1)?.end ?? 0)) apart.push(link);
  return apart;
}

/** The word after `Study:`, where it is that study which applies. */
function studyNamed(manuscript: Manuscript, { study }: Season, head: Span): Link[] {
  const line = /^study[^\S\r\n]*:[^\S\r\n]*(\S[^\r\n]*?)[^\S\r\n]*$/im.exec(
    manuscript.text.slice(head.start, head.end),
  );
  const name = line?.[1];
  if (!line || !name || !study || idOfStudy(study.uri) !== unquoted(name).toLowerCase()) return [];
  const start = head.start + line.index + line[0].indexOf(name, line[0].indexOf(':') + 1);
  return [{ start, end: start + name.length, target: { uri: study.uri, span: { start: 0, end: 0 } } }];
}

/** Front matter may have its values in quotes. */
function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

function rulesIgnored(manuscript: Manuscript): Link[] {
  return digestOf(manuscript.facts).marks.flatMap(({ item, mark }) => {
    if (mark.kind !== 'ignore') return [];
    const ids = manuscript.annotation(item)?.ids ?? [];
    return ids.flatMap(({ start, end, text }) => (isRule(text) ? [{ start, end, rule: text }] : []));
  });
}

function isRule(code: string): code is RuleCode {
  return Object.hasOwn(rules, code);
}

/** What stands beside the story: the notes of a script; the annotations of a treatment, whose other links are Markdown's. */
function asides(manuscript: Manuscript): Span[] {
  if (!(manuscript instanceof Script))
    return digestOf(manuscript.facts).marks.map(({ item }) => manuscript.place(item));
  return [...manuscript.elements()].filter(({ type }) => type === 'note');
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'[\]|]+/g;

function addresses({ text }: Manuscript, { start, end }: Span): Link[] {
  return [...text.slice(start, end).matchAll(ADDRESS)].map((match) => {
    const url = withoutEnd(match[0]);
    return { start: start + match.index, end: start + match.index + url.length, url };
  });
}

/** What ends the sentence around an address is no part of it, nor is a bracket that was opened before it. */
function withoutEnd(address: string): string {
  const url = address.replace(/[.,;:!?]+$/, '');
  const opened = url.split('(').length;
  return url.endsWith(')') && url.split(')').length > opened ? withoutEnd(url.slice(0, -1)) : url;
}
