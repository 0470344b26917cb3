import type { FileFacts } from '../facts/file-facts.ts';
import { type Digest, digestOf } from './digest.ts';
import type { FactStory, ThreadStory } from './season.ts';
import type { Sources } from './sources.ts';

/**
 * Keeps the stories of a season from one change to the next. The story of a thread or fact hangs on the study, on which
 * text tells which episode, and on the marks that name it; where these are the same, so is the story.
 */
export class StoryCache {
  private readonly threads = new Map<string, ThreadStory>();
  private readonly facts = new Map<string, FactStory>();
  /** What the newest season is made from; all stories that are kept hold in it. */
  private newest: Sources | undefined;

  /** What a file said in the season before. */
  earlier(uri: string): FileFacts | undefined {
    return this.newest?.files.get(uri);
  }

  /** To be called for each new season before any story is asked for: forgets what does not hold in it. */
  enter(sources: Sources): void {
    const before = this.newest;
    this.newest = sources;
    if (before?.entries !== sources.entries || before.episodes.shape !== sources.episodes.shape) {
      this.threads.clear();
      this.facts.clear();
      return;
    }
    for (const uri of new Set([...before.files.keys(), ...sources.files.keys()])) {
      const was = before.files.get(uri);
      const is = sources.files.get(uri);
      if (was === is) continue;
      const old = was && digestOf(was);
      const now = is && digestOf(is);
      forget(this.threads, old?.threads, now?.threads);
      forget(this.facts, old?.facts, now?.facts);
    }
  }

  thread(sources: Sources, id: string, tell: (sources: Sources, id: string) => ThreadStory): ThreadStory {
    return this.story(this.threads, sources, id, tell);
  }

  fact(sources: Sources, id: string, tell: (sources: Sources, id: string) => FactStory): FactStory {
    return this.story(this.facts, sources, id, tell);
  }

  private story<Story>(
    kept: Map<string, Story>,
    sources: Sources,
    id: string,
    tell: (sources: Sources, id: string) => Story,
  ): Story {
    // A season that is no longer the newest tells its stories anew: this cache is for the one that came after it.
    if (this.newest !== sources) return tell(sources, id);
    let story = kept.get(id);
    if (!story) {
      story = tell(sources, id);
      kept.set(id, story);
    }
    return story;
  }
}

type Lists = Digest['threads'];

/** Forgets the stories of what a file names by other marks than before. */
function forget(stories: Map<string, unknown>, was: Lists = new Map(), is: Lists = new Map()): void {
  for (const [id, marks] of is) if (was.get(id) !== marks) stories.delete(id);
  for (const id of was.keys()) if (!is.has(id)) stories.delete(id);
}
