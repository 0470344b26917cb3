import { t } from '@vscode/l10n';
import type { OutlineNode } from '../answers.ts';

/** What of an outline is to be shown. What is left out, or empty, leaves everything. */
export interface OutlineFilter {
  /** Words that are all to be found. */
  readonly text?: string;
  /** Of each list one is enough. */
  readonly kinds?: readonly string[];
  readonly statuses?: readonly string[];
  /** Ids; `audience` too. */
  readonly people?: readonly string[];
  /** Ids: `E5`. */
  readonly episodes?: readonly string[];
}

type Criterion = (node: OutlineNode) => boolean;

/**
 * The rows that meet every criterion, each of them or one above it: so with a thread that fits come its occurrences, and
 * `payoff` and `allergy` together find the payoffs of the allergy. What stands above such a row stays, to show where it is.
 */
export function filtered(nodes: readonly OutlineNode[], filter: OutlineFilter | undefined): OutlineNode[] {
  return kept(nodes, filter ? criteriaOf(filter) : []);
}

function kept(nodes: readonly OutlineNode[], criteria: readonly Criterion[]): OutlineNode[] {
  return nodes.flatMap((node) => {
    const left = criteria.filter((meets) => !meets(node));
    if (left.length === 0) return [node];
    const children = kept(node.children, left);
    return children.length === 0 ? [] : [{ ...node, children, description: recounted(node, children.length) }];
  });
}

/** `2 of 5 threads`: a group counts what is in it, and that is threads. */
function recounted({ kind, description, children }: OutlineNode, shown: number): string | undefined {
  const all = children.length;
  return kind === 'group' && shown < all ? t('{0} of {1} threads', shown, all) : description;
}

function criteriaOf({ text = '', kinds = [], statuses = [], people = [], episodes = [] }: OutlineFilter): Criterion[] {
  const oneOf = (
    wanted: readonly string[],
    has: (node: OutlineNode) => readonly (string | undefined)[],
  ): Criterion[] =>
    wanted.length === 0 ? [] : [(node) => has(node).some((one) => one !== undefined && wanted.includes(one))];
  const words = plain(text).split(/\s+/u).filter(Boolean);
  return [
    ...words.map(
      (word): Criterion =>
        ({ label, description = '' }) =>
          plain(`${label} ${description}`).includes(word),
    ),
    ...oneOf(kinds, ({ kind }) => [kind]),
    ...oneOf(statuses, ({ status }) => [status]),
    ...oneOf(people, ({ people = [] }) => people),
    ...oneOf(episodes, ({ episode }) => [episode]),
  ];
}

/** Without what one does not care for while searching: capitals, and which of two ways an accent is encoded. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
