/**
 * What Chekhov's server and its clients say to each other beyond LSP: names and plain shapes, nothing else, so that client
 * and server can both import it. Uris are strings as LSP writes them; lines and characters count from 0, in UTF-16 units.
 */

/** What a client may pass as `initializationOptions`. Everything is optional: a plain editor passes nothing. */
export interface ChekhovOptions {
  /** The client has the command `chekhov.goTo` and trusts it in hovers: links in hovers call it. */
  readonly commandLinks?: boolean;
  /** The client has the command `chekhov.showPlaces`: code lenses call it. */
  readonly lensCommands?: boolean;
  /** The client answers `chekhov/findFiles` and `chekhov/readFile`, for files that the server cannot reach itself. */
  readonly clientFiles?: boolean;
  /** The folder with a page for each rule, as a URI that the client can open and that ends in a slash. */
  readonly rulePages?: string;
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

/** Request, client to server: an outline of the season of `uri`, or of all seasons. `OutlineParams` → `OutlineRow[]` */
export const outlineRequest = 'chekhov/outline';

export interface OutlineParams {
  readonly by: 'twist' | 'structure' | 'thread';
  readonly uri?: string;
  readonly filter?: OutlineFilter;
}

/**
 * What of an outline is to be shown: the rows that meet every criterion, each of them or one above it, and what stands
 * above these. What is left out, or empty, leaves everything; of a list one is enough.
 */
export interface OutlineFilter {
  /** Words that are all to be found in labels and descriptions. */
  readonly text?: string;
  readonly kinds?: readonly string[];
  readonly statuses?: readonly string[];
  /** As `OutlineFacets` has them. */
  readonly people?: readonly string[];
  readonly episodes?: readonly string[];
}

export interface OutlineRow {
  /** Unique among the rows of one answer; an edit elsewhere leaves it. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** `season`, `episode`, `act`, `scene`, `thread`, `reveal`, `person`, `group`, or a mark's kind (`setup`, `payoff`, …). */
  readonly kind: string;
  readonly status?: string;
  readonly location?: OutlineLocation;
  /** The entry that it is about, as a study writes it: `thread:brass-key`, `fact:…`, `character:…`, `episode:5`. */
  readonly ref?: string;
  /** Left out where there are none. */
  readonly children?: readonly OutlineRow[];
}

/** LSP's `Location`. */
export interface OutlineLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Request, client to server: what the outlines of all seasons can be filtered by. No parameters → `OutlineFacets` */
export const outlineFacetsRequest = 'chekhov/outlineFacets';

export interface OutlineFacets {
  /** Of rows, as `OutlineRow` has them. */
  readonly kinds: readonly string[];
  /** Of threads and reveals. */
  readonly statuses: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly episodes: readonly { readonly id: string; readonly title?: string }[];
}

/** Request, client to server: an outline, or a row of it with all below it, as a list in Markdown. `OutlineTextParams` → `string | null` */
export const outlineTextRequest = 'chekhov/outlineText';

export interface OutlineTextParams extends OutlineParams {
  /** Of a row. */
  readonly id?: string;
}

/** Request, client to server: the craft card of a row, as Markdown. `RowCardParams` → `string | null` */
export const rowCardRequest = 'chekhov/rowCard';

/** What a row says of itself. */
export interface RowCardParams {
  readonly uri: string;
  /** Where its location begins. */
  readonly position: TextRange['start'];
  readonly kind: string;
  readonly ref?: string;
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

/**
 * Requests, client to server: what gives an entry another id, and what says of a thread that it is left open, a motif, a red
 * herring, or owes a payoff. They change nothing: the client applies the edit, in one step. `RenameEntryParams`,
 * `ThreadIntentParams` → `EntryEdit`
 */
export const renameEntryRequest = 'chekhov/renameEntry';
export const threadIntentRequest = 'chekhov/threadIntent';

export interface RenameEntryParams {
  /** Of a file of the season. */
  readonly uri: string;
  /** `thread:brass-key` */
  readonly ref: string;
  readonly newName: string;
  /** Only whether the name can be given is asked. */
  readonly check?: boolean;
}

export interface ThreadIntentParams {
  readonly uri: string;
  readonly thread: string;
  readonly intent: 'open' | 'motif' | 'herring' | 'owed';
}

export interface EntryEdit {
  /** LSP's `WorkspaceEdit`. Left out where there is nothing to change. */
  readonly edit?: object;
  /** Why it cannot be done. */
  readonly refused?: string;
}

/** Request, client to server: how many warnings and errors there are in all seasons. No parameters → `number` */
export const warningsRequest = 'chekhov/warnings';

/** Request, client to server: who knows what by when, in the season of `uri` or in all. `KnowledgeParams` → `KnowledgeTable[]` */
export const knowledgeRequest = 'chekhov/knowledge';

export interface KnowledgeParams {
  readonly uri?: string;
}

/** Facts × people, of one season. Only what is certain is in it. */
export interface KnowledgeTable {
  readonly title: string;
  /** The columns: the audience (`audience`) first; nobody who has no part in any fact. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** In the order in which they are first told. */
  readonly facts: readonly KnowledgeRow[];
}

export interface KnowledgeRow {
  readonly id: string;
  readonly title: string;
  /** Where the study declares it, else where it first comes up. */
  readonly location?: OutlineLocation;
  /** One for each of the people who learn, know or use it. */
  readonly cells: readonly KnowledgeCell[];
  /** From where to where the audience knows it and somebody whom it concerns does not. */
  readonly ironies: readonly { readonly who: string; readonly from: KnowledgeMoment; readonly to: KnowledgeMoment }[];
}

export interface KnowledgeCell {
  readonly who: string;
  /** They have known it for as long as it has been so. */
  readonly always?: true;
  /** Where they learn it, in narrative order. */
  readonly learns: readonly KnowledgeMoment[];
  /** Where they act on it. */
  readonly uses: readonly KnowledgeMoment[];
}

export interface KnowledgeMoment {
  /** `E8 p. 41`, with as much of it as is known. */
  readonly where: string;
  readonly via?: string;
  readonly flashback?: true;
  readonly location?: OutlineLocation;
}

/** Request, client to server: where the prose of a text mentions threads. `MentionsParams` → `MentionRange[]` */
export const mentionsRequest = 'chekhov/mentions';

export interface MentionsParams {
  readonly uri: string;
}

/** LSP's `Range`. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface MentionRange {
  readonly range: TextRange;
  /** `mention`, or the role that study and text together tell. */
  readonly kind: 'mention' | 'setup' | 'reminder' | 'payoff';
  readonly threads: readonly string[];
}

/** Request, client to server: what is marked in a text, in its order. `MarksParams` → `MarkRange[]` */
export const marksRequest = 'chekhov/marks';

export interface MarksParams {
  readonly uri: string;
}

export interface MarkRange {
  /** Of the annotation with its brackets; of a mention its words. */
  readonly range: TextRange;
  /** `note` for those that have no sign of their own: craft notes, story time, … */
  readonly kind: 'setup' | 'reminder' | 'payoff' | 'herring' | 'reveal' | 'turn' | 'note';
  /** A mention whose role study and text together tell: nobody has annotated it. */
  readonly inferred?: true;
}

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

/** Request, client to server: the scene at a place. `SceneParams` → `SceneResult | null`, null for what is no text */
export const sceneRequest = 'chekhov/scene';

export interface SceneParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

/** The scene, who is in it and what they know, which threads are open; or why nothing is said. */
export type SceneResult = { readonly rows: readonly OutlineRow[] } | { readonly none: 'noScene' | 'ahead' };

/**
 * Requests, client to server: what would annotate the mention at a place, and all that a text lets be inferred. They change
 * nothing: the client applies an edit, in one step. `AnnotateMentionParams`, `AnnotateFileParams` → `AnnotateResult`
 */
export const annotateMentionRequest = 'chekhov/annotateMention';
export const annotateFileRequest = 'chekhov/annotateFile';

export interface AnnotateMentionParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

export interface AnnotateFileParams {
  readonly uri: string;
}

export interface AnnotateResult {
  /** To choose from: one for each thread that the mention may be of; for a file one. */
  readonly proposals: readonly AnnotateProposal[];
  /** Why there is none: the text has no study, nothing is mentioned (there), or all of it is annotated. */
  readonly none?: 'noStudy' | 'noMention' | 'annotated';
}

export interface AnnotateProposal {
  /** `payoff: soy-allergy`; for a file empty. */
  readonly label: string;
  /** The thread's title. */
  readonly description?: string;
  /** The study and the text tell the role; otherwise it is a guess that claims little. */
  readonly inferred: boolean;
  readonly count: number;
  /** LSP's `WorkspaceEdit`. */
  readonly edit: { readonly changes: Readonly<Record<string, readonly { range: TextRange; newText: string }[]>> };
}

/** Request, client to server: what a file is, where its name alone does not say. `FileKindParams` → `FileKindResult` */
export const fileKindRequest = 'chekhov/fileKind';

export interface FileKindParams {
  readonly uri: string;
}

/** Null for a file that is no part of any story. */
export type FileKindResult = 'script' | 'treatment' | 'study' | null;

/**
 * Requests, client to server: what would move scenes, acts or marks in their texts. They change nothing: the client applies
 * the edits, in one step, to the very versions that they name. `MovePartsParams`, `ShiftPartParams` → `MovePartsResult`
 */
export const movePartsRequest = 'chekhov/moveParts';
export const shiftPartRequest = 'chekhov/shiftPart';

/** Rows of the outline by structure, as it gave them, dropped on another. */
export interface MovePartsParams {
  readonly rows: readonly MovingRow[];
  readonly target: MovingRow;
}

/** A row of the outline by structure. */
export interface MovingRow {
  /** `episode`, `act`, `scene`, or a mark's kind. */
  readonly kind: string;
  readonly location: OutlineLocation;
}

/** A scene or act, one place up or down. */
export interface ShiftPartParams {
  readonly kind: 'scene' | 'act';
  readonly uri: string;
  /** Anywhere in it. */
  readonly position: TextRange['start'];
  readonly by: 'up' | 'down';
}

export interface MovePartsResult {
  /** Why nothing is to be moved; then there are no edits. */
  readonly refused?: MoveRefusal;
  readonly edits: readonly MoveEdits[];
  /** Where the first heading or mark that moves stands, before and after. Left out where nothing is moved. */
  readonly from?: MovePlace;
  readonly to?: MovePlace;
}

export interface MoveRefusal {
  readonly why:
    | 'stale'
    | 'already'
    | 'cannotMove'
    | 'noPlace'
    | 'mixed'
    | 'intoItself'
    | 'otherMedium'
    | 'markNeedsScene'
    | 'cutAcross'
    | 'readDifferently'
    | 'flashback'
    | 'form'
    | 'ignore'
    | 'sameAct'
    | 'first'
    | 'last';
  /** The scene or act that it is about. */
  readonly title?: string;
}

/** The edits of one file. */
export interface MoveEdits {
  readonly uri: string;
  /** Null where the file is not open. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
}

export interface MovePlace {
  readonly uri: string;
  readonly position: TextRange['start'];
}

/** LSP's `TextEdit`. */
export interface TextChange {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Request, client to server: what Enter and Tab do at a place of a script (`core/writing/keys.ts`); null in all other files.
 * `WritingKeysParams` → `WritingKeysResult | null`
 */
export const writingKeysRequest = 'chekhov/writingKeys';

export interface WritingKeysParams {
  readonly uri: string;
  readonly position: TextRange['start'];
}

/** What is left out is what the keys do anywhere. */
export interface WritingKeysResult {
  readonly enter?: 'newElement' | 'leave' | 'goDown' | 'clear' | 'removeLine';
  readonly tab?: 'suggest' | 'parenthetical' | 'parentheticalBelow' | 'leave' | 'goDown';
  readonly shiftTab?: 'clear' | 'removeLine';
}

/**
 * Requests, client to server: what makes lines of a script another element, what numbers its scenes, what annotates some
 * places of a text, and what writes a time of playback into the annotation at a place. They change nothing: the client applies
 * the edits, in one step. Null for a file that is none such. `ChangeElementParams` → `ChangeElementResult | null`,
 * `NumberScenesParams` → `NumberScenesResult | null`, `InsertAnnotationParams` → `TextChange[] | null` (also null where there
 * is no place for it), `PlaybackTimeParams` → `TextChange[] | null` (also null outside of annotations)
 */
export const changeElementRequest = 'chekhov/changeElement';
export const numberScenesRequest = 'chekhov/numberScenes';
export const insertAnnotationRequest = 'chekhov/insertAnnotation';
export const playbackTimeRequest = 'chekhov/playbackTime';

export interface ChangeElementParams {
  readonly uri: string;
  /** Each line that one of them touches. */
  readonly ranges: readonly TextRange[];
  readonly kind:
    | 'scene_heading'
    | 'action'
    | 'character'
    | 'parenthetical'
    | 'dialogue'
    | 'transition'
    | 'centered'
    | 'lyric'
    | 'section'
    | 'synopsis';
}

export interface ChangeElementResult {
  readonly edits: readonly TextChange[];
  /** Why there are none: see `NoChange` in `core/writing/change-element.ts`. */
  readonly refused?: 'nothingThere' | 'titlePage' | 'noSpeech' | 'cannot';
}

export interface NumberScenesParams {
  readonly uri: string;
  /** Scenes that have no number get one; all get a new one; all lose theirs. */
  readonly step: 'number' | 'renumber' | 'remove';
}

export interface NumberScenesResult {
  readonly edits: readonly TextChange[];
  /** The headings that cannot have what they should, as the text would be read otherwise. */
  readonly left: readonly TextRange[];
}

export interface InsertAnnotationParams {
  readonly uri: string;
  readonly positions: readonly TextRange['start'][];
  /** What stands between the brackets. */
  readonly body: string;
}

export interface PlaybackTimeParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  /** `41:30` */
  readonly time: string;
}

/**
 * Request, client to server: what an annotation in a text can say: kinds; of a kind what it can name, the likeliest first.
 * `AnnotationChoicesParams` → `AnnotationChoicesResult | null`
 */
export const annotationChoicesRequest = 'chekhov/annotationChoices';

export interface AnnotationChoicesParams {
  readonly uri: string;
  readonly kind?: string;
  /** Words of the text, or of a writer, that may become the title of something new. */
  readonly title?: string;
}

export interface AnnotationChoicesResult {
  readonly choices: readonly { readonly word: string; readonly says?: string }[];
  /** What the kind names; `nothing` for kinds that only have words, as a turn, `prose` where any text follows. */
  readonly names: 'threads' | 'facts' | 'rules' | 'nothing' | 'prose';
  /** The title as it can be written, where it names nothing that is there. */
  readonly fresh?: string;
}

/** Request, client to server: how long a text is. `LengthsParams` → `LengthsResult | null` */
export const lengthsRequest = 'chekhov/lengths';

export interface LengthsParams {
  readonly uri: string;
  readonly position: TextRange['start'];
  readonly selections: readonly TextRange[];
}

export interface LengthsResult {
  readonly whole: PartLength;
  /** Where something is selected. */
  readonly selected?: PartLength;
  /** Of the position. */
  readonly scene?: PartLength & { readonly title: string };
}

export interface PartLength {
  readonly words: number;
  /** Of a page. */
  readonly eighths: number;
  /** The same in words of the trade: `2 3/8`. */
  readonly pages: string;
  /** Scripts have them, treatments do not. */
  readonly minutes?: number;
}

/** Request, client to server: the episodes that a horizon can be set to. `EpisodesParams` → `EpisodesResult` */
export const episodesRequest = 'chekhov/episodes';

export interface EpisodesParams {
  /** A text or study; without it, the episodes of all seasons. */
  readonly uri?: string;
}

export interface EpisodesResult {
  /** By number, each once. The title of one that lies ahead of the horizon is left out. */
  readonly episodes: readonly { readonly number: number; readonly title?: string }[];
  /** The horizon as it is for the file; left out for everything. */
  readonly horizon?: number;
}

/** Request, client to server: the text of a new study file. `NewStudyParams` → `NewFile` */
export const newStudyRequest = 'chekhov/newStudy';

export interface NewStudyParams {
  readonly title: string;
  readonly episodes: number;
}

/** Request, client to server: the text of a new script. `NewScriptParams` → `NewFile` */
export const newScriptRequest = 'chekhov/newScript';

export interface NewScriptParams {
  readonly title: string;
  /** Left out for a film. */
  readonly episode?: number;
}

/** Request, client to server: a study of what is annotated in the season of a text. `CreateStudyParams` → `CreateStudyResult` */
export const createStudyRequest = 'chekhov/createStudy';

export interface CreateStudyParams {
  readonly uri: string;
}

/** A file to be written: what it is to be called, and its text. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

export interface CreateStudyResult {
  /** Left out where nothing is annotated. */
  readonly file?: NewFile;
  /** The folder that it belongs in; left out where the season lies in none. */
  readonly folder?: string;
}

/** Notification, server to client: what views show may be out of date. It comes once for many changes. No parameters. */
export const changedNotification = 'chekhov/changed';

/** Request, server to client: the files below a folder that match a glob. `FindFilesParams` → `FindFilesResult` */
export const findFilesRequest = 'chekhov/findFiles';

export interface FindFilesParams {
  readonly folder: string;
  /** Relative to the folder, in VS Code's glob syntax. */
  readonly include: string;
  readonly exclude: string;
}

export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Request, server to client: the text of a file, decoded as UTF-8. `ReadFileParams` → `ReadFileResult` */
export const readFileRequest = 'chekhov/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** A file of more bytes is not to be read; answer with a problem. */
  readonly maxBytes: number;
}

/** `missing` where there is no such file; `problem` says in a few words why it cannot be read. */
export type ReadFileResult = { readonly text: string } | { readonly missing: true } | { readonly problem: string };
