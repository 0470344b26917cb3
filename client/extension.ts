import * as vscode from 'vscode';
import { goToCommand, showPlacesCommand } from '../server/protocol/client.ts';
import { annotateFile, annotateMention } from './commands/annotate.ts';
import { createStudy } from './commands/create-study.ts';
import { goTo } from './commands/go-to.ts';
import { setHorizon } from './commands/horizon.ts';
import { PartMover } from './commands/move-parts.ts';
import { registerMoves } from './commands/moves.ts';
import { newScript } from './commands/new-script.ts';
import { newStudy } from './commands/new-study.ts';
import { openStudy, welcomeToStudy } from './commands/open-study.ts';
import { outlineCommands } from './commands/outline-commands.ts';
import { showPlaces } from './commands/show-places.ts';
import { getStarted, showInStudy } from './commands/walkthrough.ts';
import { Playback } from './playback/playback.ts';
import { type ClientFactory, Connection } from './server/connection.ts';
import { Stories } from './stories.ts';
import { StoryContext } from './story-context.ts';
import { HorizonStatus, openStory } from './views/horizon-status.ts';
import { LengthStatus } from './views/length-status.ts';
import { MentionMarks } from './views/mention-marks.ts';
import { OutlineBadge } from './views/outline-badge.ts';
import { OutlineFollow } from './views/outline-follow.ts';
import { TextMarks } from './views/text-marks.ts';
import { ThreadsAtCursor } from './views/threads-at-cursor.ts';
import { TwistOutline } from './views/twist-outline.ts';
import { WalkthroughProgress } from './walkthrough-progress.ts';
import { closeOnce } from './writing/doubled-closer.ts';
import { EnterRules } from './writing/enter-rules.ts';
import { NewElements } from './writing/new-elements.ts';
import { writingCommands } from './writing/writing-commands.ts';
import { WritingKeys } from './writing/writing-keys.ts';

let connection: Connection | undefined;

/**
 * What both hosts have in common. Opening any Markdown file wakes the extension, since it may be a treatment; so nothing
 * here takes time, and neither the language client is loaded nor the server started before there is a story to read.
 */
export function activateExtension(context: vscode.ExtensionContext, makeClient: ClientFactory): void {
  const log = vscode.window.createOutputChannel('Chekhov', { log: true });
  const stories = new Stories(log);
  const server = new Connection(makeClient, stories, log);
  const outline = new TwistOutline(server, stories, context.workspaceState);
  connection = server;
  context.subscriptions.push(
    log,
    stories,
    server,
    outline,
    new OutlineBadge(server, stories, outline.view),
    new OutlineFollow(outline),
    ...outlineCommands(server, outline),
    new PartMover(server, outline),
    new StoryContext(server, stories),
    new HorizonStatus(server, stories),
    new MentionMarks(server, stories),
    new TextMarks(server, stories, vscode.Uri.joinPath(context.extensionUri, 'media/marks')),
    new ThreadsAtCursor(server, stories),
    ...registerMoves(server),
    new EnterRules(),
    new NewElements(server),
    new WritingKeys(server),
    closeOnce(server),
    ...writingCommands(server),
    new LengthStatus(server, stories),
    new Playback(server, context.workspaceState),
    vscode.commands.registerCommand('chekhov.setHorizon', () => setHorizon(server, openStory(stories)?.uri)),
    vscode.commands.registerCommand('chekhov.annotateMention', () => annotateMention(server)),
    vscode.commands.registerCommand('chekhov.annotateFile', () => annotateFile(server)),
    vscode.commands.registerCommand('chekhov.newStudy', (given: unknown) =>
      newStudy(server, given, openStory(stories)?.uri),
    ),
    vscode.commands.registerCommand('chekhov.newScript', (given: unknown) => newScript(server, given)),
    vscode.commands.registerCommand('chekhov.createStudy', (given: unknown) =>
      createStudy(server, openStory(stories)?.uri, given),
    ),
    vscode.commands.registerCommand(goToCommand, goTo),
    vscode.commands.registerCommand(showPlacesCommand, showPlaces),
    vscode.commands.registerCommand('chekhov.openStudy', (from: unknown) => openStudy(context, log, from)),
    vscode.commands.registerCommand('chekhov.getStarted', getStarted),
    vscode.commands.registerCommand('chekhov.walkthrough.show', showInStudy),
    new WalkthroughProgress(stories),
  );
  context.subscriptions.push(stories.onDidFind(() => server.start()));
  void stories.look();
  void welcomeToStudy(context);
}

export async function deactivateExtension(): Promise<void> {
  await connection?.stop();
}
