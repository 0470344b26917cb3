import type { RuleCode, Severity } from '../rules/table.ts';
import type { Target } from '../season/season.ts';
import type { Span } from '../text/span.ts';

/**
 * What queries answer with: plain data, offsets in the text asked about, targets for all other places. `features/` turns
 * these into the shapes of LSP, and nothing else does.
 */

/** A hover card (design, section 7): what stands in it, in this order; empty lists and missing lines are not shown. */
export interface Card {
  /** What was hovered, in the text asked about. */
  readonly span: Span;
  readonly title: string;
  /** `Setup · object · 2 of 3`, or what else says what the thing is. */
  readonly kind: string;
  /** Plain sentences about it: the study's text, an actor, aliases. */
  readonly lines: readonly string[];
  /** Measures, of an episode that is to be a chamber play. */
  readonly table?: CardTable;
  /** Where a thread or fact goes, in narrative order. */
  readonly places: readonly CardPlace[];
  /** `not paid off yet` */
  readonly missing: readonly string[];
  readonly knows: readonly string[];
  readonly craft: readonly CardNote[];
  readonly disputes: readonly CardDispute[];
}

export interface CardTable {
  readonly head: readonly string[];
  /** Each as long as the head. */
  readonly rows: readonly (readonly string[])[];
}

export interface CardPlace {
  /** `Setup`, `Payoff`, `Reveal`, `First scene`. */
  readonly role: string;
  /** `E1 p. 4`, `E8`, `41:30`. */
  readonly where: string;
  readonly text?: string;
  readonly target?: Target;
  /** This is the spot that was hovered. */
  readonly here: boolean;
  /** `37 pages · 37 minutes later` */
  readonly distance?: string;
  readonly reading: boolean;
}

export interface CardNote {
  readonly text: string;
  readonly by?: string;
  readonly sources: readonly string[];
  readonly reading: boolean;
}

export interface CardDispute {
  readonly title: string;
  readonly claims: readonly { readonly text: string; readonly sources: readonly string[] }[];
}

/** Where something leads: from `origin` in the text asked about to the targets, in narrative order. */
export interface Located {
  readonly origin: Span;
  readonly targets: readonly Target[];
}

export type Arrangement = 'twist' | 'structure' | 'thread';

/** A row of the outline. Ids are stable: an edit elsewhere leaves them. */
export interface OutlineNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** `season`, `episode`, `act`, `scene`, `thread`, `reveal`, `person`, `group`, or a mark's kind. */
  readonly kind: string;
  readonly status?: string;
  readonly target?: Target;
  /** The entry that it is about, as a study writes it: `thread:brass-key`, `fact:baby-swap`, `character:marissa`. */
  readonly ref?: string;
  /** Who has to do with it, and the episode (by its id) in which it is told: filled in where rows are to be filtered. */
  readonly people?: readonly string[];
  readonly episode?: string;
  readonly children: readonly OutlineNode[];
  /** Of a season: there are rows below it, and they are left out. */
  readonly closed?: true;
}

/** A diagnostic before it is one of LSP's. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly target: Target; readonly message: string }[];
  /** For code actions: the thread, fact, character or word concerned. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A symbol of a document: spans in it, nested. */
export interface SymbolNode {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'episode' | 'act' | 'scene' | 'mark' | 'thread' | 'character' | 'entry';
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly SymbolNode[];
}

/** A stretch of text that can be folded away; its first line stays. */
export interface FoldSpan extends Span {
  readonly kind: 'part' | 'head' | 'comment';
}

/** Another place in the same text where the thing under the cursor stands. */
export interface Highlight extends Span {
  /** A setup writes what a payoff reads. */
  readonly kind: 'read' | 'write' | 'text';
}

/** A stretch of text that leads somewhere else: to a place of the season, the page of a rule, or an address on the web. */
export type Link = Span & ({ readonly target: Target } | { readonly rule: RuleCode } | { readonly url: string });

/** A stretch of text and what it is, for semantic highlighting. Spans do not overlap and come in order. */
export interface TokenSpan extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Token types and modifiers; package.json declares them and maps them to scopes. */
export const tokenTypes = [
  'episode',
  'act',
  'scene',
  'character',
  'annotationKind',
  'thread',
  'fact',
  'person',
  'key',
  'value',
  'note',
] as const;
export const tokenModifiers = ['setup', 'reminder', 'payoff', 'herring', 'reveal', 'unpaid'] as const;
export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];
