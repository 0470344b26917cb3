// What stands beside the text: code lenses and inlay hints; and the ways through a season that VS Code has views for.
import * as vscode from 'vscode';
import { at, eventually, openFile, workspaceFile } from '../lib/editor.ts';
import { equal, includes, ok } from '../lib/expect.ts';

async function titles(file: string): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    workspaceFile(file),
    99,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

describe('beside the text', () => {
  it('a lens above a setup says where it pays off, and its command shows that place', async () => {
    const { document } = await openFile('episode-1.fountain');
    const found = await eventually('a lens', async () => {
      const all = await titles('episode-1.fountain');
      return all.some((title) => title.includes('1 payoff')) ? all : undefined;
    });
    includes(found.join('\n'), '1 payoff · 1 episode later');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      99,
    );
    const lens = lenses.find(({ command }) => command?.title.includes('1 payoff'));
    equal(lens?.command?.command, 'chekhov.showPlaces');
    const [, , places] = lens!.command!.arguments as [string, unknown, { uri: string }[]];
    ok(
      places.some(({ uri }) => uri.endsWith('episode-2.treatment.md')),
      'the payoff in the other file',
    );
    await vscode.commands.executeCommand(lens!.command!.command, ...lens!.command!.arguments!);
  });

  it('a hint after a heading says its page and length', async () => {
    const { document } = await openFile('episode-1.fountain');
    const found = await eventually('hints', async () => {
      const all = await hints(document);
      return all.length > 0 ? all : undefined;
    });
    includes(found.join('\n'), 'p. 1 · ');
    const treatment = await openFile('episode-2.treatment.md');
    includes((await eventually('hints', () => hints(treatment.document))).join('\n'), 'words');
  });

  it('settings turn them off without a restart', async () => {
    const { document } = await openFile('episode-1.fountain');
    const settings = vscode.workspace.getConfiguration('chekhov');
    try {
      await settings.update('codeLens.threads', false, vscode.ConfigurationTarget.Workspace);
      await settings.update('inlayHints.scenes', false, vscode.ConfigurationTarget.Workspace);
      await eventually(
        'no lens on a setup',
        async () => !(await titles('episode-1.fountain')).join().includes('payoff'),
      );
      await eventually('no hint at a scene', async () => !(await hints(document)).join().includes(' · '));
    } finally {
      await settings.update('codeLens.threads', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('inlayHints.scenes', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the lens again', async () => (await titles('episode-1.fountain')).join().includes('payoff'));
  });
});

describe('through the season', () => {
  it('the call hierarchy goes from a payoff to its setup in another file', async () => {
    const { document } = await openFile('episode-2.treatment.md');
    const [payoff] = await eventually('an item', async () => {
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        at(document, 'brass-key', { into: 2 }),
      );
      return items.length > 0 ? items : undefined;
    });
    equal(payoff!.name, 'The brass key');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      payoff,
    );
    includes(calls.map(({ from }) => `${from.detail} ${from.uri.path}`).join('\n'), 'episode-1.fountain');
  });

  it('symbols are found by some of their letters', async () => {
    const found = await eventually('a scene and a thread', async () => {
      const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'brskey',
      );
      return all.length > 0 ? all : undefined;
    });
    includes(found.map(({ name }) => name).join('\n'), 'The brass key');
  });

  it('a selection grows from a word to all', async () => {
    const { document } = await openFile('episode-1.fountain');
    const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at(document, 'brass-key', { into: 2 })],
    );
    const steps: string[] = [];
    for (let step = chain; step; step = step.parent!) steps.push(document.getText(step.range));
    ok(steps.includes('brass-key'), 'the id as a step');
    equal(steps.at(-1)?.trim(), document.getText().trim());
  });
});
