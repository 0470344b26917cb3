import { afterEach, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { Editor } from './lib/editor.ts';

let editor: Editor;
afterEach(() => editor.stop());

it('a text may name the built-in study, and is shown what it says, but not sent there', async () => {
  editor = await Editor.start();
  const uri = 'untitled:Untitled-1';
  await editor.open(
    uri,
    'Study: All-Her-Fault\nEpisode: 1\n\nINT. A - DAY\n\nA cake. [[setup: soy-allergy]]\n',
    'fountain',
  );
  const hover = await editor.at<Hover>('textDocument/hover', uri, 5, 20);
  const { value } = hover.contents as { value: string };
  expect(value).toContain('Setup · object');
  expect(value).not.toContain('chekhov:');
  expect(await editor.at('textDocument/references', uri, 5, 20, { context: { includeDeclaration: true } })).toEqual([
    { uri, range: { start: { line: 5, character: 8 }, end: { line: 5, character: 30 } } },
  ]);
});
