import type { FileFacts } from '../facts/file-facts.ts';
import type { IndexList } from './index.ts';
import type { FactStory, ThreadStory } from './season.ts';
import type { Sources } from './sources.ts';
import type { StudyEntries } from './study-entries.ts';

interface Kept<Story> {
  readonly story: Story;
  /** The facts of the files in which it occurs, in their order: all of the texts that the story was made from. */
  readonly facts: readonly FileFacts[];
}

/**
 * Keeps the stories of a season from one change to the next. The story of a thread or fact hangs on the study, on which
 * text tells which episode, and on the files that name it; where these are the same, so is the story.
 */
export class StoryCache {
  private readonly threads = new Map<string, Kept<ThreadStory>>();
  private readonly facts = new Map<string, Kept<FactStory>>();
  private entries: StudyEntries | undefined;
  private shape = '';

  /** To be called for each new season before any story is asked for: forgets what cannot hold in it. */
  enter({ entries, episodes }: Sources): void {
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
    const facts: FileFacts[] = [];
    for (const uri of sources.index.files(list, id)) {
      const one = sources.files.get(uri);
      if (one) facts.push(one);
    }
    const before = kept.get(id);
    if (before && before.facts.length === facts.length && before.facts.every((one, i) => one === facts[i])) {
      return before.story;
    }
    const story = tell(sources, id);
    kept.set(id, { story, facts });
    return story;
  }
}
