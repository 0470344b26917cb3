// What a client can do, beyond LSP: its options, and the commands that links and lenses call.
import type { OutlineLocation, TextRange } from './positions.ts';

/** What a client may pass as `initializationOptions`. Everything is optional: a plain editor passes nothing. */
export interface ChekhovOptions {
  /** The client has the command `chekhov.goTo` and trusts it in hovers: links in hovers call it. */
  readonly commandLinks?: boolean;
  /** The client has the command `chekhov.showPlaces`: code lenses call it. */
  readonly lensCommands?: boolean;
  /** The command by which the client shows what may come next, once an offer has been taken: in VS Code `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string;
  /** The client answers `chekhov/findFiles` and `chekhov/readFile`, for files that the server cannot reach itself. */
  readonly clientFiles?: boolean;
  /** The folder with a page for each rule, as a URI that the client can open and that ends in a slash. */
  readonly rulePages?: string;
  /** What the server says, in the language of the client: English text → text. Else the server looks by LSP's `locale`. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Settings of the section `chekhov`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

/** The command in hover links. Its arguments are uri, line and character. */
export const goToCommand = 'chekhov.goTo';
export type GoToArguments = readonly [uri: string, line: number, character: number];

/** The command of code lenses: it shows places in other files from a place in this one. Its locations are those of LSP. */
export const showPlacesCommand = 'chekhov.showPlaces';
export type ShowPlacesArguments = readonly [
  uri: string,
  position: TextRange['start'],
  locations: readonly OutlineLocation[],
];
