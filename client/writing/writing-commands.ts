import * as vscode from 'vscode';
import type { Connection } from '../server/connection.ts';
import { changeElement } from './change-element.ts';
import { insertAnnotation, wrapSelection } from './insert-annotation.ts';
import { numberScenes } from './number-scenes.ts';

/** The commands that write into the active text. */
export function writingCommands(server: Connection): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('chekhov.insertAnnotation', () => insertAnnotation(server)),
    registerCommand('chekhov.wrapAsSetup', () => wrapSelection(server, 'setup')),
    registerCommand('chekhov.wrapAsPayoff', () => wrapSelection(server, 'payoff')),
    registerCommand('chekhov.changeElement', (given: unknown) => changeElement(server, given)),
    registerCommand('chekhov.numberScenes', () => numberScenes(server, 'number')),
    registerCommand('chekhov.renumberScenes', () => numberScenes(server, 'renumber')),
    registerCommand('chekhov.removeSceneNumbers', () => numberScenes(server, 'remove')),
  ];
}
