import * as vscode from 'vscode';
import type { OutlineRow } from '../../server/protocol.ts';

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
  thread: { icon: 'git-commit' },
  setup: { icon: 'circle-large-outline', colour: 'setup' },
  reminder: { icon: 'circle-small-filled', colour: 'reminder' },
  payoff: { icon: 'circle-large-filled', colour: 'payoff' },
  cleared: { icon: 'pass', colour: 'herring' },
  herring: { icon: 'circle-slash', colour: 'herring' },
  reveal: { icon: 'lightbulb', colour: 'reveal' },
  learns: { icon: 'mortar-board', colour: 'reveal' },
  knows: { icon: 'key', colour: 'reveal' },
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

/** @param alone whether there is no other row beside it: then there is no choice but to open it */
export function treeItem(row: OutlineRow, alone = false): vscode.TreeItem {
  const state = !row.children?.length
    ? vscode.TreeItemCollapsibleState.None
    : alone || EXPANDED.has(row.kind)
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(row.label, state);
  const description = describe(row);
  const kind = kindWord(row.kind);
  item.id = row.id;
  item.description = description;
  item.iconPath = icon(row);
  item.contextValue = row.status ? `${row.kind}.${row.status}` : row.kind;
  item.tooltip = [row.label, [kind, description].filter(Boolean).join(' · ')].filter(Boolean).join('\n');
  item.accessibilityInformation = { label: [kind, row.label, description].filter(Boolean).join(', ') };
  if (row.location) {
    const { uri, range } = row.location;
    const { start } = range;
    const selection = new vscode.Range(start.line, start.character, start.line, start.character);
    // VS Code's own command, since it adds how the row was clicked: to the side, as a preview, keeping the focus.
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to This Place'),
      arguments: [vscode.Uri.parse(uri), { selection } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
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

function statusWord(status: string): string | undefined {
  const words: Readonly<Record<string, string>> = {
    paid: vscode.l10n.t('paid'),
    open: vscode.l10n.t('left open'),
    herring: vscode.l10n.t('red herring'),
    cleared: vscode.l10n.t('cleared'),
    'in the study only': vscode.l10n.t('in the study only'),
  };
  return words[status];
}

/** Empty for a group: its label says what it is. */
function kindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    season: vscode.l10n.t('Season'),
    episode: vscode.l10n.t('Episode'),
    act: vscode.l10n.t('Act'),
    scene: vscode.l10n.t('Scene'),
    group: '',
    person: vscode.l10n.t('Person'),
    thread: vscode.l10n.t('Thread'),
    setup: vscode.l10n.t('Setup'),
    reminder: vscode.l10n.t('Reminder'),
    payoff: vscode.l10n.t('Payoff'),
    cleared: vscode.l10n.t('Cleared'),
    herring: vscode.l10n.t('Red herring'),
    reveal: vscode.l10n.t('Reveal'),
    learns: vscode.l10n.t('Learns'),
    knows: vscode.l10n.t('Knows'),
    uses: vscode.l10n.t('Uses'),
    turn: vscode.l10n.t('Turn'),
    story: vscode.l10n.t('Story time'),
    form: vscode.l10n.t('Form'),
    craft: vscode.l10n.t('Craft note'),
    storyline: vscode.l10n.t('Storyline'),
    marker: vscode.l10n.t('Marker'),
    todo: vscode.l10n.t('To do'),
  };
  return words[kind] ?? kind;
}
