import type { FileFacts } from '../facts/file-facts.ts';
import { digestOf, type MarkInFile } from './digest.ts';
import type { IndexList } from './index.ts';
import type { FactStory, ThreadStory } from './season.ts';
import type { Sources } from './sources.ts';
import type { StudyEntries } from './study-entries.ts';

interface Kept<Story> {
  readonly story: Story;
  /** The marks that name it, in each file in which it occurs: all of the texts that the story was made from. */
  readonly marks: ReadonlyMap<string, readonly MarkInFile[]>;
}

/**
 * Keeps the stories of a season from one change to the next. The story of a thread or fact hangs on the study, on which
 * text tells which episode, and on the marks that name it; where these are the same, so is the story.
 */
export class StoryCache {
  private readonly threads = new Map<string, Kept<ThreadStory>>();
  private readonly facts = new Map<string, Kept<FactStory>>();
  private files: ReadonlyMap<string, FileFacts> = new Map();
  private entries: StudyEntries | undefined;
  private shape = '';

  /** What a file said in the season before. */
  earlier(uri: string): FileFacts | undefined {
    return this.files.get(uri);
  }

  /** To be called for each new season before any story is asked for: forgets what cannot hold in it. */
  enter({ entries, episodes, files }: Sources): void {
    this.files = files;
    if (this.entries === entries && this.shape === episodes.shape) return;
    this.entries = entries;
    this.shape = episodes.shape;
    this.threads.clear();
    this.facts.clear();
  }

  thread(sources: Sources, id: string, tell: (sources: Sources, id: string) => ThreadStory): ThreadStory {
    return this.story(this.threads, sources, 'thread', id, tell);
  }

  fact(sources: Sources, id: string, tell: (sources: Sources, id: string) => FactStory): FactStory {
    return this.story(this.facts, sources, 'fact', id, tell);
  }

  private story<Story>(
    kept: Map<string, Kept<Story>>,
    sources: Sources,
    list: IndexList,
    id: string,
    tell: (sources: Sources, id: string) => Story,
  ): Story {
    // A season that is no longer the newest tells its stories anew: this cache is for the one that came after it.
    if (this.entries !== sources.entries || this.shape !== sources.episodes.shape) return tell(sources, id);
    const marks = marksNaming(sources, list, id);
    const before = kept.get(id);
    if (before && areTheSame(before.marks, marks)) return before.story;
    const story = tell(sources, id);
    kept.set(id, { story, marks });
    return story;
  }
}

function marksNaming({ index, files }: Sources, list: IndexList, id: string): Kept<unknown>['marks'] {
  const found = new Map<string, readonly MarkInFile[]>();
  for (const uri of index.files(list, id)) {
    const facts = files.get(uri);
    const digest = facts && digestOf(facts);
    const marks = (list === 'thread' ? digest?.threads : digest?.facts)?.get(id);
    if (marks) found.set(uri, marks);
  }
  return found;
}

function areTheSame(a: Kept<unknown>['marks'], b: Kept<unknown>['marks']): boolean {
  if (a.size !== b.size) return false;
  for (const [uri, marks] of a) if (b.get(uri) !== marks) return false;
  return true;
}
