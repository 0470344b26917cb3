import { t } from '@vscode/l10n';
import type { MarkKind } from '../annotations/annotation.ts';

export interface CraftCard {
  readonly text: string;
  /** The classic that it goes back to. */
  readonly source?: string;
}

/** What is shown where a study has nothing of its own to say: two to four sentences, exact, and in our own words. */
const cards = {
  setup: () => ({
    text: t(
      'A setup is a promise that the audience need not notice as one. Chekhov advised a younger writer not to put a loaded rifle on the stage unless somebody means to fire it: what is shown will be waited for. Give it a reason of its own to be in the scene, and it will be remembered without being suspected.',
    ),
    source: t('Anton Chekhov, letter to A. S. Lazarev, 1 November 1889'),
  }),
  reminder: () => ({
    text: t(
      'A reminder keeps a setup within reach, so that the payoff is recognised and not merely explained. It works best when it changes something: a new owner, a new meaning, a new price. One is often enough; three in a row announce the payoff.',
    ),
  }),
  payoff: () => ({
    text: t(
      'A payoff uses what was planted in a way that could not be foreseen and, once seen, could not have been otherwise. Aristotle asked that a resolution come out of the plot itself and not from a machine let down from above. Before it, count what the audience must still remember; after it, ask what it has changed.',
    ),
    source: t('Aristotle, Poetics, chapter 15'),
  }),
  herring: () => ({
    text: t(
      'A red herring is a clue that is true and an inference that is false. It plays fair as long as everything shown really happened and the wrong conclusion is the audience’s own. In the end it owes an explanation: somebody, or something, has to clear it.',
    ),
  }),
  cleared: () => ({
    text: t(
      'Clearing a red herring takes back the suspicion and keeps what it gave. The best clearing is itself a discovery: whoever was innocent of the one thing was hiding another.',
    ),
  }),
  open: () => ({
    text: t(
      'Not every setup owes a payoff. What is left open on purpose has to look like a decision: let somebody in the story leave it open too.',
    ),
  }),
  reveal: () => ({
    text: t(
      'A reveal moves knowledge from one person to others, and its effect depends on who is ahead. Of all recognitions Aristotle ranked highest the one that grows out of the events themselves, above those made by tokens or by the poet’s hand. Ask what each listener believed the moment before.',
    ),
    source: t('Aristotle, Poetics, chapter 16'),
  }),
  knowledge: () => ({
    text: t(
      'Knowledge is action waiting to happen. From the moment that a person knows, each thing they do is a choice made in that light, and each thing they leave undone is one as well. Keep account of who knows what: a person who acts on what they cannot know yet breaks the story’s word.',
    ),
  }),
  turn: () => ({
    text: t(
      'A turn is the point after which things cannot go on as before. It is made by a decision or a discovery, and best by both. If the scene could be cut and the next one would still play, it did not turn.',
    ),
  }),
  reversal: () => ({
    text: t(
      'A reversal swings the action round into its opposite, in a way that is probable or even necessary. Aristotle’s example is the messenger who comes to free Oedipus of his fear and, by telling him who he is, does the contrary.',
    ),
    source: t('Aristotle, Poetics, chapter 11'),
  }),
  recognition: () => ({
    text: t(
      'Recognition is the passage from not knowing to knowing. It is finest, says Aristotle, where it comes together with a reversal, as in Oedipus: the truth that is found is the fall itself.',
    ),
    source: t('Aristotle, Poetics, chapter 11'),
  }),
  'act-out': () => ({
    text: t(
      'An act-out is the turn on which an act ends; in television it has to bring the audience back after the break. A question holds better than a shock: let something be decided that makes the next thing harder.',
    ),
  }),
  act: () => ({
    text: t(
      'An act is a stretch of story that ends in a turn: with it the goal, the means or the stakes have changed. Say in one sentence what is attempted in the act and in another what comes of it. Where the two sentences agree, the act has not turned.',
    ),
  }),
  teaser: () => ({
    text: t(
      'A teaser comes before the story proper and makes one promise: of a kind of trouble, and of a way to tell it. It may begin in the middle, for its question matters more than its answer.',
    ),
  }),
  tag: () => ({
    text: t(
      'A tag comes after the story has ended and shows what the ending is worth. It can close a small thread, or open the one that the next episode will follow.',
    ),
  }),
  scene: () => ({
    text: t(
      'A scene is a piece of action in one place and one stretch of time. Enter as late as you can and leave when the balance between its people has changed. What each wants from the other is its engine.',
    ),
  }),
  character: () => ({
    text: t(
      'Aristotle put the plot first and character second: what people are is shown in what they choose. Look for the scene in which this one could have done otherwise.',
    ),
    source: t('Aristotle, Poetics, chapter 6'),
  }),
  irony: () => ({
    text: t(
      'Dramatic irony is the audience knowing what somebody in the story does not. Every harmless word that this person says then carries a second meaning. Those who sat down to Oedipus knew the legend before the king did.',
    ),
  }),
  surprise: () => ({
    text: t(
      'Surprise withholds from the audience what is about to happen. Hitchcock set it against suspense: the bomb under the table of which nobody knew gives a few seconds of shock. It can be spent only once, so what follows has to be worth more than the bang.',
    ),
    source: t('Alfred Hitchcock, in conversation with François Truffaut (1966)'),
  }),
  suspense: () => ({
    text: t(
      'Suspense lets the audience know more than the people on the screen. Hitchcock’s case is the bomb under the table: once it has been seen, and the clock with it, the dullest talk becomes unbearable for as long as it lasts. Wherever possible, then, inform the audience.',
    ),
    source: t('Alfred Hitchcock, in conversation with François Truffaut (1966)'),
  }),
  'chamber-play': () => ({
    text: t(
      'A chamber play takes a small cast in one place and lets time run on almost without a break. Strindberg, who wrote his in 1907 for the Intimate Theatre in Stockholm, carried the idea of chamber music over to drama: a motif of weight, treated closely. What moves is knowledge; ask of everyone in the room why they do not leave.',
    ),
    source: t('August Strindberg, open letters to the Intimate Theatre (1908)'),
  }),
  backstory: () => ({
    text: t(
      'An episode of back story goes back for what the season has already made its audience want to know. It earns its place when the present looks different after it, and not only better explained.',
    ),
  }),
  finale: () => ({
    text: t(
      'A finale collects debts. List the threads that are still unpaid and decide for each whether it is paid, left open on purpose, or cleared. The order matters: the payoff that costs most comes last.',
    ),
  }),
  episode: () => ({
    text: t(
      'An episode is a whole and a part: it asks a question of its own and moves the question of the season. Name both. An episode that moves only the second is a corridor, and one that moves only the first could stand anywhere.',
    ),
  }),
  motif: () => ({
    text: t(
      'A motif returns without owing a payoff. It gathers meaning from what happens around it, so each return should find it in other company. If it never changes its meaning it is decoration.',
    ),
  }),
  order: () => ({
    text: t(
      'What happened, in the order in which it happened, is one thing; the order in which it is told is another. The Russian formalists called them fabula and syuzhet. A flashback is an argument about when the audience should know: move it, and the same events make another story.',
    ),
    source: t('Boris Tomashevsky, Theory of Literature (1925)'),
  }),
} satisfies Readonly<Record<string, () => CraftCard>>;

/** What there is a built-in craft card for. */
export type CraftSubject = keyof typeof cards;

export const craftSubjects = Object.keys(cards) as CraftSubject[];

/** In the language of the client, and so made anew each time. */
export function craftCard(subject: CraftSubject): CraftCard {
  return cards[subject]();
}

/** The craft card for a kind of annotation; undefined for kinds that say nothing about the story. */
export function subjectOf(kind: MarkKind, value: string | undefined): CraftSubject | undefined {
  switch (kind) {
    case 'setup':
    case 'reminder':
    case 'payoff':
    case 'herring':
    case 'reveal':
      return kind;
    case 'learns':
    case 'knows':
    case 'uses':
      return 'knowledge';
    case 'turn':
      return turnSubject(value);
    case 'story':
      return 'order';
    case 'form':
      return formSubject(value);
    case 'storyline':
      return 'motif';
    default:
      return undefined;
  }
}

function turnSubject(value: string | undefined): CraftSubject {
  return value === 'act-out' || value === 'reversal' || value === 'recognition' ? value : 'turn';
}

export function formSubject(form: string | undefined): CraftSubject {
  return form === 'chamber-play' || form === 'backstory' || form === 'finale' ? form : 'episode';
}
