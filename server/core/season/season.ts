import type { FileFacts } from '../facts/file-facts.ts';
import type { BareScene, EpisodePart, FileStructure, MarkInScene } from '../structure/file-structure.ts';
import type {
  Claim,
  EpisodeForm,
  Intent,
  Role,
  Study,
  StudyCharacter,
  StudyEpisode,
  StudyFact,
  StudyReveal,
  StudyThread,
  ThreadKind,
  ThreadPoint,
} from '../study/study.ts';
import type { Span } from '../text/span.ts';

/**
 * A season as it stands: everything that its files and its study say, joined and put in narrative order. A value, derived
 * from the season index when asked for and kept until the index changes; use it at once, and ask again after waiting for
 * anything. No positions: a place in a text is a `TextTarget`.
 */
export interface Season {
  readonly key: string;
  /** The study's title, else the title page's, else the name of the folder or file. */
  readonly title: string;
  readonly study?: Study;
  /** In narrative order. */
  readonly episodes: readonly SeasonEpisode[];
  readonly files: ReadonlyMap<string, SeasonFile>;
  /** By id, those declared and those that exist by being annotated. */
  readonly threads: ReadonlyMap<string, ThreadStory>;
  readonly facts: ReadonlyMap<string, FactStory>;
  readonly characters: ReadonlyMap<string, CharacterStory>;
  /** The last episode that the study declares is there, or a lone script ends in THE END or FADE OUT. */
  readonly over: boolean;
  /** Where in narrative order a place of a text lies; undefined for a text of another season. */
  moment(place: TextTarget): Moment | undefined;
  /** The id of whom a word of `who=`, a cue or an alias means; undefined where that is nobody known. */
  person(name: string): string | undefined;
}

export interface SeasonFile {
  readonly uri: string;
  readonly facts: FileFacts;
  readonly structure: FileStructure;
}

/** A place in a script or treatment: the i-th item of the facts of a file. */
export interface TextTarget {
  readonly uri: string;
  readonly item: number;
}

/** A place in a study file; or, in an answer about a text, words of its prose, which are no item of its facts. */
export interface StudyTarget {
  readonly uri: string;
  readonly span: Span;
}

export type Target = TextTarget | StudyTarget;

/** An episode that is told in a text, declared by the study, or both. */
export interface SeasonEpisode {
  readonly season?: number;
  readonly number?: number;
  readonly title?: string;
  readonly form?: EpisodeForm | string;
  readonly declared?: StudyEpisode;
  /** The text that counts: the script, where a script and a treatment tell the same episode. */
  readonly told?: ToldEpisode;
  /** Other texts of the same episode. */
  readonly linked: readonly ToldEpisode[];
}

export interface ToldEpisode {
  readonly uri: string;
  readonly kind: 'script' | 'treatment';
  readonly part: EpisodePart;
}

/**
 * A moment in narrative order: an index into `Season.episodes`, and the item in the text that counts. Without an item it is
 * known to lie in that episode and no closer.
 */
export interface Moment {
  readonly episode: number;
  readonly item?: number;
}

/** What an annotation and a study's entry say of the same thing, joined: one occurrence, two places. */
interface Placed {
  readonly text?: TextTarget;
  /** The same occurrence in other texts of the episode: in the treatment, where a script counts. */
  readonly also: readonly TextTarget[];
  readonly mark?: MarkInScene['mark'];
  readonly scene?: BareScene;
  /** Whether the text tells it in a flashback. */
  readonly flashback: boolean;
  /** Undefined where the episode is not known. */
  readonly moment?: Moment;
  /** `at=41:30`, in the film or recording. */
  readonly at?: string;
  readonly event?: string;
}

export interface Occurrence extends Placed {
  readonly thread: string;
  readonly role: Role;
  readonly entry?: ThreadPoint;
}

export type ThreadStatus = 'paid' | 'unpaid' | 'unplanted' | 'open' | 'herring' | 'cleared';

/** A thread through the season. Each list in narrative order, those without a moment last. */
export interface ThreadStory {
  readonly id: string;
  /** The study's title, else the title it was annotated with, else the id. */
  readonly title: string;
  readonly kind?: ThreadKind;
  readonly intent?: Intent;
  readonly declared?: StudyThread;
  readonly setups: readonly Occurrence[];
  readonly reminders: readonly Occurrence[];
  readonly payoffs: readonly Occurrence[];
  readonly cleared: readonly Occurrence[];
  /** Facts that it is evidence for, by the study or by `for=`. */
  readonly evidenceFor: readonly string[];
  readonly status: ThreadStatus;
}

export type KnowledgeRole = 'reveal' | 'learns' | 'knows' | 'uses';

/** A moment at which somebody learns, is shown to know, or uses a fact. */
export interface KnowledgePoint extends Placed {
  readonly fact: string;
  readonly role: KnowledgeRole;
  /** `audience` or character ids; for a reveal without `to`, the audience and, in a script, the speakers of the scene. */
  readonly who: readonly string[];
  readonly via?: string;
  readonly entry?: StudyReveal;
}

export interface FactStory {
  readonly id: string;
  /** The study's text, else the title it was annotated with, else the id. */
  readonly title: string;
  readonly declared?: StudyFact;
  readonly points: readonly KnowledgePoint[];
  /** Threads that are evidence for it. */
  readonly evidence: readonly string[];
  readonly claims: readonly Claim[];
}

export interface CharacterStory {
  /** The study's id, else the slug of the name in the cues. */
  readonly id: string;
  readonly name: string;
  readonly declared?: StudyCharacter;
  /** The names in cues that are this person, as written. */
  readonly spokenAs: readonly string[];
  /** Cues of this person, in narrative order. */
  readonly cues: readonly TextTarget[];
  /**
   * An alias of which nothing may tell whose it is, and which nothing that is known without a look at prose has said yet. It is
   * somebody where it stands in a text; no list offers it.
   */
  readonly unheard?: true;
}
