import { t } from '@vscode/l10n';
import { kindInfo } from '../annotations/kinds.ts';
import { slugOf } from '../annotations/slug.ts';
import type { ReferredList } from '../study/references.ts';
import { calledOne } from './lists.ts';
import { keysAt, valuesAt } from './schema.ts';
import { TabStops } from './tab-stops.ts';

/** A whole entry of a study to fill in, in the words of the reader. Keys, kinds and the like are the format's. */
export interface EntryTemplate {
  /** What it is called in a list of offers. */
  readonly label: string;
  /** What it is also found by. */
  readonly also: string;
  /** Lines of a snippet, as deep as the entry's own keys; they end in `$0`. */
  readonly lines: readonly string[];
}

/** What a template takes from the study in which it is offered. */
export interface TemplateFacts {
  /** The number of an episode that is not there yet. */
  readonly episode: string;
  /** Every entry names its sources. */
  readonly cited: boolean;
}

type List = Exclude<ReferredList, 'acts'> | 'craft_notes';

interface Form {
  readonly label: () => string;
  readonly lines: (at: TabStops, facts: TemplateFacts) => readonly string[];
}

const forms: Readonly<Record<List, Form>> = {
  sources: {
    label: () => t('New source'),
    lines: (at) => [idLine(at, 'sources'), `title: ${at.text(t('Title'))}`, `url: ${at.text('https://…')}`],
  },
  episodes: {
    label: () => t('New episode'),
    lines: (at, { episode }) => [
      `number: ${at.text(episode)}`,
      `title: ${at.text(t('Title'))}`,
      `form: ${at.choice(valuesAt(['episodes', 0, 'form']))}`,
    ],
  },
  characters: {
    label: () => t('New character'),
    lines: (at) => [
      idLine(at, 'characters'),
      `name: ${at.text(t('Name'))}`,
      `aliases: [${at.open()}]`,
      `note: ${at.text(t('Who this is.'))}`,
    ],
  },
  places: {
    label: () => t('New place'),
    lines: (at) => [idLine(at, 'places'), `name: ${at.text(t('Name'))}`, `aliases: [${at.open()}]`],
  },
  events: {
    label: () => t('New event'),
    lines: (at) => [
      idLine(at, 'events'),
      `text: ${at.text(t('What happens.'))}`,
      `told: { episode: ${at.text('1')} }`,
      `who: [${at.open()}]`,
      `cues: [${at.text(t('words that tell it'))}]`,
    ],
  },
  facts: {
    label: () => t('New fact'),
    lines: (at) => [
      idLine(at, 'facts'),
      `text: ${at.text(t('What is true.'))}`,
      `status: ${at.choice(valuesAt(['facts', 0, 'status']))}`,
      `believed_before: ${at.text(t('What is believed until then.'))}`,
    ],
  },
  threads: {
    label: () => t('New thread'),
    lines: (at) => [
      idLine(at, 'threads'),
      `title: ${at.text(t('Title'))}`,
      `kind: ${at.choice(valuesAt(['threads', 0, 'kind']))}`,
      `cues: [${at.text(t('words that mention it'))}]`,
      'setups:',
      `  - { text: ${at.text(t('How it is planted.'))}, episode: ${at.text('1')} }`,
      'payoffs:',
      `  - { text: ${at.text(t('How it pays off.'))}, episode: ${at.text('2')} }`,
    ],
  },
  reveals: {
    label: () => t('New reveal'),
    lines: (at) => [
      idLine(at, 'reveals'),
      `fact: ${at.text(slugOf(calledOne('facts')))}`,
      `to: [${at.text('audience')}]`,
      `via: ${at.text(t('a confession'))}`,
      `effect: ${at.choice(valuesAt(['reveals', 0, 'effect']))}`,
      `episode: ${at.text('1')}`,
    ],
  },
  turns: {
    label: () => t('New turn'),
    lines: (at) => [
      idLine(at, 'turns'),
      `kind: ${at.choice(kindInfo('turn')?.values ?? [])}`,
      `text: ${at.text(t('What turns.'))}`,
      `episode: ${at.text('1')}`,
    ],
  },
  craft_notes: {
    label: () => t('New craft note'),
    lines: (at) => [
      `on: ${at.text('season')}`,
      `text: ${at.text(t('What can be learned from it.'))}`,
      `from: ${at.text('1')}`,
    ],
  },
  themes: {
    label: () => t('New theme'),
    lines: (at) => [idLine(at, 'themes'), `text: ${at.text(t('What it is about.'))}`],
  },
  disputes: {
    label: () => t('New dispute'),
    lines: (at, { cited }) => [
      idLine(at, 'disputes'),
      `on: [${at.open()}]`,
      'claims:',
      ...[t('What one source says.'), t('What another one says.')].map(
        (says) => `  - { text: ${at.text(says)}${cited ? `, sources: [${at.open()}]` : ''} }`,
      ),
    ],
  },
};

/** The template of an entry of a list; undefined where the study has no such list. */
export function entryTemplate(list: string, facts: TemplateFacts): EntryTemplate | undefined {
  if (!Object.hasOwn(forms, list)) return undefined;
  const { label, lines } = forms[list as List];
  const at = new TabStops();
  const all = [...lines(at, facts)];
  if (facts.cited && keysAt([list, 0]).some(({ key }) => key === 'sources')) all.push(`sources: [${at.open()}]`);
  return { label: label(), also: `study-${one(list as List)}`, lines: ended(all) };
}

/** A name that is a secret, among the aliases of a character; on one line, so that it stands in brackets too. */
export function aliasTemplate(): EntryTemplate {
  const at = new TabStops();
  const name = at.text(t('The stranger'));
  const line = `{ name: ${name}, until: ${at.text(slugOf(calledOne('reveals')))} }`;
  return { label: t('New secret name'), also: 'study-alias', lines: ended([line]) };
}

/** A whole study to begin with. */
export function studyTemplate(): EntryTemplate {
  const at = new TabStops();
  const title = `title: ${at.text(t('Title'))}`;
  const lines = ['study: 1', title, 'files: ["*.fountain", "*.treatment.md"]', 'episodes:', '  - number: 1', ''];
  return { label: t('New study'), also: 'study', lines: ended(lines) };
}

function one(list: List): string {
  return list === 'craft_notes' ? 'note' : list.slice(0, -1);
}

/** An id to be replaced: what one of the list is called. */
function idLine(at: TabStops, list: ReferredList): string {
  return `id: ${at.text(slugOf(calledOne(list)))}`;
}

function ended(lines: readonly string[]): string[] {
  return lines.map((line, i) => (i === lines.length - 1 ? `${line}$0` : line));
}
