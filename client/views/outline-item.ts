import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol/outline.ts';
import { startOf } from '../ranges.ts';
import { kindWord, statusWord } from './outline-words.ts';

interface Look {
  readonly icon: string;
  /** One of the colours that package.json declares as `chekhov.…Foreground`. */
  readonly colour?: string;
}

/** By kind, for rows without a status of their own. Setup, reminder and payoff fill up: planted, alive, fired. */
const KINDS: Readonly<Record<string, Look>> = {
  season: { icon: 'library' },
  episode: { icon: 'device-camera-video' },
  act: { icon: 'bookmark' },
  scene: { icon: 'location' },
  group: { icon: 'list-unordered' },
  person: { icon: 'person' },
  audience: { icon: 'eye' },
  thread: { icon: 'git-commit' },
  setup: { icon: 'circle-large-outline', colour: 'setup' },
  reminder: { icon: 'circle-small-filled', colour: 'reminder' },
  payoff: { icon: 'circle-large-filled', colour: 'payoff' },
  cleared: { icon: 'pass', colour: 'herring' },
  herring: { icon: 'circle-slash', colour: 'herring' },
  reveal: { icon: 'lightbulb', colour: 'reveal' },
  learns: { icon: 'mortar-board', colour: 'reveal' },
  knows: { icon: 'key', colour: 'reveal' },
  unaware: { icon: 'eye-closed', colour: 'unpaid' },
  uses: { icon: 'play', colour: 'reveal' },
  turn: { icon: 'milestone', colour: 'turn' },
  story: { icon: 'history' },
  form: { icon: 'symbol-structure' },
  craft: { icon: 'note' },
  storyline: { icon: 'git-branch' },
  marker: { icon: 'tag' },
  todo: { icon: 'checklist' },
};

/** By status, which comes before the kind: what became of a thread or fact. */
const STATUSES: Readonly<Record<string, Look>> = {
  paid: { icon: 'pass', colour: 'payoff' },
  unpaid: { icon: 'warning', colour: 'unpaid' },
  unplanted: { icon: 'question', colour: 'unpaid' },
  open: { icon: 'ellipsis', colour: 'setup' },
  herring: { icon: 'circle-slash', colour: 'herring' },
  herrings: { icon: 'circle-slash', colour: 'herring' },
  cleared: { icon: 'pass', colour: 'herring' },
  unrevealed: { icon: 'eye-closed' },
};

/** What is open when a row is first seen; afterwards VS Code remembers, by the row's id. */
const EXPANDED = new Set(['season', 'group']);

export interface Standing {
  /** There is no other row beside it: then there is no choice but to open it. */
  readonly alone?: boolean;
  readonly below?: OutlineRow | undefined;
  /** Somebody has opened it, or closed it. */
  readonly open?: boolean | undefined;
}

export function treeItem(row: OutlineRow, { alone, below, open }: Standing = {}): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const isOpen = open ?? (!row.closed && (alone || EXPANDED.has(row.kind)));
  const state = !row.closed && !row.children?.length ? None : isOpen ? Expanded : Collapsed;
  const item = new vscode.TreeItem(row.label, state);
  const description = describe(row);
  // Below a group that says it, a status is not said again.
  const isSaid = below?.kind === 'group' && below.status === row.status;
  const kind = kindWord(row.kind);
  // VS Code remembers of an id that there was nothing to open: what comes into an empty group is to be seen.
  item.id = EXPANDED.has(row.kind) && !row.closed && !row.children?.length ? `${row.id} (empty)` : row.id;
  item.description = isSaid ? (row.description ?? '') : description;
  item.iconPath = icon(row);
  item.contextValue = [row.kind, row.status, row.ref && `of-${prefixOf(row.ref)}`].filter(Boolean).join('.');
  item.accessibilityInformation = {
    label: [begins(row.label, kind) ? '' : kind, row.label, description].filter(Boolean).join(', '),
    role: 'treeitem',
  };
  // The card of what has a place is fetched when somebody points at it.
  if (!row.location) item.tooltip = plainTooltip(row);
  if (row.location) {
    const { uri, range } = row.location;
    const selection = startOf(range);
    // VS Code's own command, since it adds how the row was clicked: to the side, as a preview, keeping the focus.
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to This Place'),
      arguments: [vscode.Uri.parse(uri), { selection } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
}

/** What there is to say without the server. */
export function plainTooltip(row: OutlineRow): string {
  const kind = kindWord(row.kind);
  const said = [begins(row.label, kind) ? '' : kind, describe(row)].filter(Boolean).join(' · ');
  return [row.label, said].filter(Boolean).join('\n');
}

/** Whether a label says a word itself before all else, as `Setup · p. 4` does, and `Act Two`. */
function begins(label: string, word: string): boolean {
  return label.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(label.slice(word.length));
}

/** `thread` of `thread:brass-key` */
export function prefixOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

function icon(row: OutlineRow): vscode.ThemeIcon | undefined {
  const look = (row.status && STATUSES[row.status]) || KINDS[row.kind];
  return (
    look &&
    new vscode.ThemeIcon(look.icon, look.colour ? new vscode.ThemeColor(`chekhov.${look.colour}Foreground`) : undefined)
  );
}

/** What an icon says is said in words too. What is missing, the server's own description says. */
function describe({ kind, status, description = '' }: OutlineRow): string {
  const word = kind === 'group' || status === undefined ? undefined : statusWord(status);
  return [word, description].filter(Boolean).join(' · ');
}
