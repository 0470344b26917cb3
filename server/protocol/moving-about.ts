// Where one goes from a place.
import type { OutlineLocation, TextRange } from './positions.ts';

/** Request, client to server: where a move from a place leads. `MoveParams` → `MoveResult | null` */
export const moveRequest = 'chekhov/move';

export interface MoveParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  /** Marks go round their text, unpaid setups the season; scenes and acts end where the season does. */
  readonly stride: 'mark' | 'unpaid' | 'scene' | 'act';
  readonly direction: 'next' | 'previous';
}

export interface MoveResult {
  readonly location: OutlineLocation;
  /** It went round to the other end. */
  readonly wrapped?: true;
}

/**
 * Request, client to server, about the mark at a place, else the first on its line: `CounterpartsParams` →
 * `CounterpartsResult | null`, null where there is none.
 */
export const counterpartsRequest = 'chekhov/counterparts';

export interface CounterpartsParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

export interface CounterpartsResult {
  /** What `locations` are. */
  readonly side: 'payoffs' | 'setups';
  /** Of a setup its payoffs, of a payoff its setups, of a reveal its evidence. */
  readonly locations: readonly OutlineLocation[];
  /** Every place of what the mark is about. */
  readonly everywhere: readonly OutlineLocation[];
}

/** Request, client to server: where one goes along a thread from a place. `ThreadWayParams` → `ThreadWay` */
export const threadWayRequest = 'chekhov/threadWay';

export interface ThreadWayParams {
  readonly uri: string;
  readonly thread: string;
  /** Without it: from before everything. */
  readonly position?: TextRange['start'];
}

export interface ThreadWay {
  /** The first setup; left out where there is none. */
  readonly setup?: OutlineLocation;
  /** The next payoff, else the first. */
  readonly payoff?: OutlineLocation;
}
