import type { Span } from '../text/span.ts';

/** What an annotation says of the story at the place where it stands (design, section 3), by its chief spelling. */
export type MarkKind =
  | 'setup'
  | 'reminder'
  | 'payoff'
  | 'herring'
  | 'reveal'
  | 'learns'
  | 'knows'
  | 'uses'
  | 'turn'
  | 'story'
  | 'form'
  | 'craft'
  | 'ignore'
  /** Read from other programs' notes, never rewritten: `[[storyline A]]`, `[[beat A: text]]`, `[[marker red: text]]`, `[[todo: text]]`. */
  | 'storyline'
  | 'marker'
  | 'todo';

/** Which list of a study the ids of a mark belong to. */
export type MarkNames = 'threads' | 'facts' | 'rules' | 'nothing';

/**
 * What an annotation says, without any position: equal texts give equal marks.
 * Ids and kinds are in lower case.
 */
export interface Mark {
  readonly kind: MarkKind;
  /** Thread ids, fact ids or rule codes, by kind; a title has become its slug. Empty where the kind names nothing. */
  readonly ids: readonly string[];
  /**
   * The title as written, where the id or value was made from one: `[[setup: Peter's soy allergy]]`. For `craft` what stands
   * before the `|`, where there is one.
   */
  readonly title?: string;
  /**
   * For `turn`, `story`, `form`: what stands after the colon, `midpoint`, `-6y`, `chamber-play` (a turn or form of several
   * words as its slug). For `marker` its colour.
   */
  readonly value?: string;
  /** `key=value`, keys in lower case, values as written without quotes. A key with no value is not among them. */
  readonly keys: Readonly<Record<string, string>>;
  /** The free text after `|`, trimmed. For `craft` without a `|`, and for `beat`, `marker`, `todo`, all of the text. */
  readonly note?: string;
  /** `[[herring: id cleared]]` */
  readonly cleared?: true;
}

/** A part of an annotation's text, and the word it gave: the chief spelling of a kind, an id in lower case. */
export interface Part extends Span {
  readonly text: string;
}

/**
 * A `key=value` of an annotation. `values` are the words of the value between its commas; their `text` is an id where the
 * key holds facts, people or an event.
 */
export interface KeyPart extends Span {
  readonly key: Part;
  /** Without quotes. Empty at the end of the key, where the value is missing. */
  readonly value: Part;
  readonly values: readonly Part[];
}

/** Something wrong with an annotation; the text before it and after it holds all the same. */
export interface AnnotationProblem extends Span {
  readonly code: 'annotation.malformed' | 'annotation.typo';
  readonly message: string;
  /** What the marked text was probably meant to be. */
  readonly suggestion?: string;
}

/** An annotation in a text. Spans are absolute, or relative to some base that the holder names. */
export interface Annotation extends Span {
  /** `[[…]]`, or `<!-- … -->` in Markdown. */
  readonly form: 'note' | 'comment';
  readonly kind: Part;
  /** Each id (or the whole title) as it stands in the text, `text` being the id itself. */
  readonly ids: readonly Part[];
  /** Where the kind names nothing: what stands after the colon (`mark.value`, or the title of a craft note). */
  readonly value?: Part;
  readonly keys: readonly KeyPart[];
  readonly note?: Part;
  /** Undefined where the annotation is too malformed, or only a slip away from one. */
  readonly mark?: Mark;
  readonly problems: readonly AnnotationProblem[];
}
