import * as vscode from 'vscode';

/** What a status is called, where no description of the server's says it. */
export function statusWord(status: string): string | undefined {
  const words: Readonly<Record<string, string>> = {
    paid: vscode.l10n.t('paid'),
    open: vscode.l10n.t('left open'),
    herring: vscode.l10n.t('red herring'),
    cleared: vscode.l10n.t('cleared'),
    studyOnly: vscode.l10n.t('in the study only'),
  };
  return words[status];
}

/** Empty for a group: its label says what it is. */
export function kindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    season: vscode.l10n.t('Season'),
    episode: vscode.l10n.t('Episode'),
    act: vscode.l10n.t('Act'),
    scene: vscode.l10n.t('Scene'),
    group: '',
    person: vscode.l10n.t('Person'),
    audience: '',
    thread: vscode.l10n.t('Thread'),
    setup: vscode.l10n.t('Setup'),
    reminder: vscode.l10n.t('Reminder'),
    payoff: vscode.l10n.t('Payoff'),
    cleared: vscode.l10n.t('Cleared'),
    herring: vscode.l10n.t('Red herring'),
    reveal: vscode.l10n.t('Reveal'),
    learns: vscode.l10n.t('Learns'),
    knows: vscode.l10n.t('Knows'),
    unaware: vscode.l10n.t('In the dark'),
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

/** What a status is called by itself. */
export function statusLabel(status: string): string {
  const words: Readonly<Record<string, string>> = {
    paid: vscode.l10n.t('Paid'),
    unpaid: vscode.l10n.t('Unpaid'),
    unplanted: vscode.l10n.t('Unplanted'),
    open: vscode.l10n.t('Left open'),
    herring: vscode.l10n.t('Red herring, not cleared'),
    cleared: vscode.l10n.t('Red herring, cleared'),
    revealed: vscode.l10n.t('Revealed'),
    unrevealed: vscode.l10n.t('Not revealed'),
  };
  return words[status] ?? status;
}
