import * as vscode from 'vscode';
import { type OutlineFacets, type OutlineFilter, outlineFacetsRequest } from '../../server/protocol/outline.ts';
import type { Connection } from '../server/connection.ts';
import { kindWord, statusLabel } from './outline-words.ts';

const REMEMBERED = 'chekhov.outline.filter';

/** A filter, and how it is called: names are not to be looked up before the view is seen. */
interface Remembered {
  readonly filter: OutlineFilter;
  readonly words: string;
}

/** What the outline shows, remembered for the workspace. */
export class FilterMemory implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #now: Remembered | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#now = memory.get<Remembered>(REMEMBERED);
    this.#sayIt();
  }

  get filter(): OutlineFilter | undefined {
    return this.#now?.filter;
  }

  /** `Showing: gun, Payoff, Marissa`; undefined where everything is shown. */
  get words(): string | undefined {
    return this.#now && vscode.l10n.t('Showing: {0}', this.#now.words);
  }

  async set(now: Remembered | undefined): Promise<void> {
    this.#now = now;
    this.#sayIt();
    this.#changed.fire();
    await this.#memory.update(REMEMBERED, now);
  }

  #sayIt(): void {
    void vscode.commands.executeCommand('setContext', 'chekhov.outline.filtered', this.#now !== undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

type List = Exclude<keyof OutlineFilter, 'text'>;

interface Choice extends vscode.QuickPickItem {
  readonly list?: List | 'text';
  readonly value?: string;
}

/** Lets one choose what the outline shows: words that are typed, and kinds, statuses, people and episodes that are there. */
export async function chooseFilter(server: Connection, memory: FilterMemory): Promise<void> {
  const facets = await server.request<OutlineFacets | null>(outlineFacetsRequest, {});
  if (!facets) return;
  const choices = choicesOf(facets, memory.filter);
  const chosen = await ask(choices, memory.filter);
  if (chosen) await memory.set(remembered(chosen));
}

function choicesOf({ kinds, statuses, people, episodes }: OutlineFacets, now: OutlineFilter | undefined): Choice[] {
  const group = (label: string, items: readonly Choice[]): Choice[] =>
    items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
  return [
    ...(now?.text
      ? [{ label: vscode.l10n.t('Containing “{0}”', now.text), list: 'text', value: now.text } as const]
      : []),
    ...group(
      vscode.l10n.t('Kind'),
      kinds.map((value) => ({ label: kindWord(value), list: 'kinds', value })),
    ),
    ...group(
      vscode.l10n.t('Status'),
      statuses.map((value) => ({ label: statusLabel(value), list: 'statuses', value })),
    ),
    ...group(
      vscode.l10n.t('Person'),
      people.map(({ id, name }) => ({ label: capital(name), list: 'people', value: id })),
    ),
    ...group(
      vscode.l10n.t('Episode'),
      episodes.map(({ id, label, title }) => ({
        label,
        ...(title && { description: title }),
        list: 'episodes',
        value: id,
      })),
    ),
  ];
}

/** Undefined where nothing was decided. */
function ask(choices: readonly Choice[], now: OutlineFilter | undefined): Promise<readonly Choice[] | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Filter the Outline');
  pick.placeholder = vscode.l10n.t('Check what to show, or type words to look for and press Enter');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = choices;
  pick.selectedItems = choices.filter(({ list, value }) => isIn(now, list, value));
  // What was typed to find a choice that was then made is not looked for.
  let usedUp = '';
  return new Promise((resolve) => {
    pick.onDidChangeSelection(() => {
      usedUp = pick.value;
    });
    pick.onDidAccept(() => {
      const typed = pick.value === usedUp ? '' : pick.value.trim();
      const selected = pick.selectedItems.filter(({ list }) => list !== 'text' || typed === '');
      const text: Choice[] = typed === '' ? [] : [{ label: typed, list: 'text', value: typed }];
      resolve([...text, ...selected]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function isIn(filter: OutlineFilter | undefined, list: Choice['list'], value = ''): boolean {
  if (!filter || !list) return false;
  return list === 'text' ? filter.text === value : filter[list]?.includes(value) === true;
}

/** Undefined for everything. */
function remembered(chosen: readonly Choice[]): Remembered | undefined {
  if (chosen.length === 0) return undefined;
  const of = (list: Choice['list']): string[] =>
    chosen.flatMap((choice) => (choice.list === list && choice.value !== undefined ? [choice.value] : []));
  const [text] = of('text');
  const lists: readonly List[] = ['kinds', 'statuses', 'people', 'episodes'];
  const filled = lists.map((list) => [list, of(list)] as const).filter(([, values]) => values.length > 0);
  const words = chosen.map(({ list, label, value }) => (list === 'text' ? `“${value}”` : label)).join(', ');
  return { filter: { ...(text !== undefined && { text }), ...Object.fromEntries(filled) }, words };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
