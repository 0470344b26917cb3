import type { KeyName } from '../annotations/kinds.ts';
import { type KindInfo, keyInfo, kindInfo } from '../annotations/kinds.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';

/** What somebody is typing in an annotation. `span` is the word, as far as there is one, also behind the cursor. */
export interface AnnotationCursor {
  readonly at: 'kind' | 'name' | 'key' | 'value';
  readonly span: Span;
  readonly written: string;
  /** Undefined where the kind is being typed. */
  readonly info?: KindInfo;
  /** Of a value. */
  readonly key?: KeyName;
  /** The other ids, or values of the same key. */
  readonly beside: readonly string[];
  /** The keys that are there already. */
  readonly keys: readonly string[];
  readonly form: 'note' | 'comment';
  /** The brackets are closed further on in the line. */
  readonly closed: boolean;
  /** What stands behind `span` in the line. */
  readonly behind: string;
  /** A colon stands behind the word. */
  readonly colon: boolean;
}

const word = /[\p{L}\p{M}\p{N}_.-]*/u;
/** A key and its value up to the cursor: quoted, or words between commas. */
const inValue = /(?:^|[\s,])([a-z][a-z0-9_-]+)=(?:"([^"]*)|([^\s"|,]*(?:,[^\S\r\n]*[^\s"|,=]*)*))$/i;
const keyed = /(?:^|[\s,])([a-z][a-z0-9_-]+)=/gi;

/** Where the last `[[` of a text stands, of brackets in a row the first two being one; -1 where there is none. */
function lastNote(text: string): number {
  const last = text.lastIndexOf('[[');
  let first = last;
  while (first > 0 && text[first - 1] === '[') first--;
  return last - ((last - first) % 2);
}

/** Undefined where the offset is in no annotation, in its free text, or in a note of another kind. It reads one line. */
export function annotationCursor(text: SourceText, offset: number, comments: boolean): AnnotationCursor | undefined {
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const whole = text.lineText(line);
  const before = whole.slice(0, offset - start);
  const note = lastNote(before);
  const comment = before.lastIndexOf('<!--');
  if (note < 0 && comment < 0) return undefined;
  const form = note > comment ? 'note' : 'comment';
  const close = form === 'note' ? ']]' : '-->';
  const inside = before.slice(form === 'note' ? note + 2 : comment + 4);
  if (inside.includes(close) || (form === 'comment' && !comments)) return undefined;
  const after = whole.slice(offset - start);
  const next = after.search(/\[\[|<!--/);
  const closed = (next < 0 ? after : after.slice(0, next)).includes(close);
  const rest = word.exec(after)![0].length;
  const at = (written: string) => ({
    span: { start: offset - written.length, end: offset + rest },
    written: written + after.slice(0, rest),
    form: form as AnnotationCursor['form'],
    closed,
    behind: after.slice(rest),
    colon: /^\s*:/.test(after.slice(rest)),
  });
  const none = { beside: [], keys: [] };
  const colon = inside.indexOf(':');
  if (colon < 0) {
    const kind = /^\s*([a-z]*)$/i.exec(inside);
    return kind ? { at: 'kind', ...at(kind[1]!), ...none } : undefined;
  }
  const info = kindInfo(inside.slice(0, colon).trim().toLowerCase());
  return info && afterColon(info, inside.slice(colon + 1), at);
}

type Common = Pick<AnnotationCursor, 'span' | 'written' | 'form' | 'closed' | 'behind' | 'colon'>;

function afterColon(info: KindInfo, tail: string, at: (written: string) => Common): AnnotationCursor | undefined {
  if (info.after === 'prose' || /\|/.test(tail.replace(/"[^"]*"/g, ''))) return undefined;
  const keys = [...tail.matchAll(keyed)].map((match) => match[1]!.toLowerCase());
  const value = inValue.exec(tail);
  const key = value ? keyInfo(value[1]!.toLowerCase()) : undefined;
  if (value) {
    // A list goes on after a comma, any other value ends there.
    const said = value[2] ?? value[3] ?? '';
    const words = key?.list || key?.holds !== 'text' ? said.split(',') : [said];
    if (!key || (words.length > 1 && !key.list)) return undefined;
    const written = words.at(-1)!.trimStart();
    const beside = words.slice(0, -1).map((one) => one.trim().toLowerCase());
    return { at: 'value', ...at(written), info, key: key.key, beside, keys };
  }
  const head = tail.slice(0, startOfWord(tail));
  const written = tail.slice(head.length);
  const isNext = /,\s*$/.test(head) || head.trim() === '';
  if (keys.length === 0 && isNext) {
    const beside = head.split(',').map((one) => one.trim().toLowerCase());
    return { at: 'name', ...at(written), info, beside, keys };
  }
  return /\s$/.test(head) ? { at: 'key', ...at(written), info, beside: [], keys } : undefined;
}

/** Where the last word begins. Not by an expression, which would look for it from each place anew. */
function startOfWord(text: string): number {
  let start = text.length;
  while (start > 0 && !/[\s,]/.test(text[start - 1]!)) start--;
  return start;
}
