import type { Span } from '../text/span.ts';
import { isRecord } from './shape.ts';
import type { Alias, Claim, Study, StudyThread, ThreadPoint } from './study.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/**
 * The study that a value describes. The value has been checked against the schema, and what was invalid left out, so the
 * readers below take it at its word. Ids come out in lower case.
 */
export function readStudy(uri: string, value: Record<string, unknown>, source: YamlSource): Omit<Study, 'flawed'> {
  const root = new Reader(value, [], source);
  return {
    uri,
    title: root.text('title') ?? '',
    season: root.number('season'),
    files: root.texts('files'),
    sources: root.list('sources', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      title: e.text('title')!,
      publisher: e.text('publisher'),
      url: e.text('url'),
    })),
    episodes: root.list('episodes', (e) => ({
      ...e.entry('number'),
      number: e.number('number')!,
      title: e.text('title'),
      form: e.word('form'),
      note: e.text('note'),
      acts: e.list('acts', (a) => ({ ...a.entry(), id: a.id('id'), title: a.text('title')! })),
    })),
    characters: root.list('characters', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      name: e.text('name')!,
      aliases: e.aliases(),
      actor: e.text('actor'),
      note: e.text('note'),
    })),
    places: root.list('places', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      name: e.text('name')!,
      aliases: e.texts('aliases'),
    })),
    events: root.list('events', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      text: e.text('text')!,
      story: e.text('story'),
      told: e.told(),
      who: e.ids('who'),
      where: e.optionalId('where'),
      cues: e.texts('cues'),
    })),
    facts: root.list('facts', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      text: e.text('text')!,
      status: e.word('status') ?? 'holds',
      believedBefore: e.text('believed_before'),
      knownBy: e.ids('known_by'),
      claims: e.claims(),
    })),
    threads: root.list('threads', readThread),
    reveals: root.list('reveals', (e) => ({
      ...e.entry(),
      ...e.placed(),
      id: e.id('id'),
      fact: e.id('fact'),
      to: e.ids('to'),
      via: e.text('via'),
      evidence: e.ids('evidence'),
      effect: e.word('effect'),
    })),
    turns: root.list('turns', (e) => ({
      ...e.entry(),
      ...e.placed(),
      id: e.id('id'),
      kind: e.text('kind')!,
      text: e.text('text')!,
    })),
    craftNotes: root.list('craft_notes', (e) => ({
      ...e.entry('on'),
      on: e.id('on'),
      by: e.text('by'),
      text: e.text('text')!,
      from: e.number('from'),
    })),
    themes: root.themes(),
    disputes: root.list('disputes', (e) => ({
      ...e.entry(),
      id: e.id('id'),
      on: e.ids('on'),
      claims: e.claims(),
      from: e.number('from'),
    })),
  };
}

function readThread(e: Reader): StudyThread {
  return {
    ...e.entry(),
    id: e.id('id'),
    title: e.text('title')!,
    kind: e.word('kind')!,
    intent: e.word('intent'),
    cues: e.texts('cues'),
    setups: e.points('setups'),
    reminders: e.points('reminders'),
    payoffs: e.points('payoffs'),
    cleared: e.points('cleared'),
    evidenceFor: e.ids('evidence_for'),
  };
}

/** Reads the keys of one entry. */
class Reader {
  constructor(
    private readonly value: Record<string, unknown>,
    private readonly path: Path,
    private readonly source: YamlSource,
  ) {}

  /** What every entry has. Its span is that of the key that names it, or of the whole entry. */
  entry(namedBy = 'id'): { span: Span; sources: readonly string[]; reading: boolean } {
    const named = this.value[namedBy] !== undefined;
    const span = this.source.spanOf(named ? [...this.path, namedBy] : this.path);
    return { span, sources: this.ids('sources'), reading: this.value.reading === true };
  }

  placed(): { event?: string; episode?: number; at?: string } {
    return { event: this.optionalId('event'), episode: this.number('episode'), at: this.text('at') };
  }

  text(key: string): string | undefined {
    const value = this.value[key];
    return value === undefined ? undefined : String(value).trim();
  }

  /** A text that the schema has found to be one of a few words. */
  word<Word extends string>(key: string): Word | undefined {
    return this.value[key] as Word | undefined;
  }

  number(key: string): number | undefined {
    return this.value[key] as number | undefined;
  }

  id(key: string): string {
    return String(this.value[key]).toLowerCase();
  }

  optionalId(key: string): string | undefined {
    return this.value[key] === undefined ? undefined : this.id(key);
  }

  texts(key: string): string[] {
    return this.items(key).map((item) => String(item).trim());
  }

  ids(key: string): string[] {
    return this.items(key).map((item) => String(item).toLowerCase());
  }

  list<Entry>(key: string, read: (entry: Reader) => Entry): Entry[] {
    const values = (this.value[key] as unknown[] | undefined) ?? [];
    return values.flatMap((value, i) =>
      isRecord(value) ? [read(new Reader(value, [...this.path, key, i], this.source))] : [],
    );
  }

  points(key: string): ThreadPoint[] {
    return this.list(key, (e) => ({ ...e.entry('text'), ...e.placed(), text: e.text('text')! }));
  }

  claims(): Claim[] {
    return this.list('claims', (e) => ({ text: e.text('text')!, sources: e.ids('sources') }));
  }

  aliases(): Alias[] {
    return this.items('aliases').map((item) =>
      isRecord(item)
        ? {
            name: String(item.name).trim(),
            until: item.until === undefined ? undefined : String(item.until).toLowerCase(),
          }
        : { name: String(item).trim() },
    );
  }

  told(): { episode?: number; act?: string; at?: string; flashback: boolean } | undefined {
    const told = this.value.told;
    if (!isRecord(told)) return undefined;
    const reader = new Reader(told, [...this.path, 'told'], this.source);
    const flashback = told.flashback === true;
    return { episode: reader.number('episode'), act: reader.optionalId('act'), at: reader.text('at'), flashback };
  }

  /** A theme is a text, or an entry with an id. */
  themes(): Study['themes'] {
    const values = (this.value.themes as unknown[] | undefined) ?? [];
    return values.flatMap((value, i) => {
      const path = [...this.path, 'themes', i];
      if (typeof value === 'string')
        return [{ id: '', text: value.trim(), sources: [], reading: false, span: this.source.spanOf(path) }];
      if (!isRecord(value)) return [];
      const reader = new Reader(value, path, this.source);
      return [{ ...reader.entry(), id: reader.optionalId('id') ?? '', text: reader.text('text')! }];
    });
  }

  private items(key: string): unknown[] {
    return ((this.value[key] as unknown[] | undefined) ?? []).filter((item) => item !== undefined);
  }
}
