// How far the reader has got: moved by the command, and kept to by the cards.
import * as vscode from 'vscode';
import { at, eventually, hoverText, openFile } from '../lib/editor.ts';
import { equal } from '../lib/expect.ts';

const settings = () => vscode.workspace.getConfiguration('chekhov', vscode.window.activeTextEditor?.document.uri);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the horizon', () => {
  after(async () => {
    await settings().update('horizon', undefined, vscode.ConfigurationTarget.Workspace);
  });

  const cardOf = async (text: string, wanted: (card: string) => boolean): Promise<void> => {
    const { document } = await openFile('episode-1.fountain');
    const position = at(document, text, { into: 2 });
    await eventually(`a card of ${text}`, async () => wanted(await hoverText(document, position)));
  };

  /** Opens the choice of episodes and takes the one that stands so many rows below the first. */
  async function choose(rows: number, value: string): Promise<void> {
    let patience = 0;
    await eventually(`the setting ${value}`, async () => {
      // Only what is there can be chosen from, and nothing says when it is.
      const chosen = vscode.commands.executeCommand('chekhov.setHorizon');
      patience += 500;
      await sleep(patience);
      for (let i = 0; i < rows; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await Promise.race([chosen, sleep(2_000 + patience)]);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return settings().get('horizon') === value;
    });
  }

  it('is chosen from the episodes of the season', async () => {
    await cardOf('brass-key', (card) => card.includes('Payoff'));
    await choose(1, '1');
    await cardOf('brass-key', (card) => card.includes('Setup') && !card.includes('Payoff'));
  });

  it('is given up again, and leaves no line in the settings', async () => {
    await choose(0, 'everything');
    await cardOf('brass-key', (card) => card.includes('Payoff'));
    equal(settings().inspect('horizon')?.workspaceValue, undefined);
  });
});
