import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  Hover,
  Location,
  LocationLink,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { Editor } from './lib/editor.ts';

const samples = new URL('../../samples/all-her-fault/', import.meta.url);
const treatments = readdirSync(samples).filter((name) => name.endsWith('.treatment.md'));

let editor: Editor;

afterEach(() => editor.stop());

/** What a reader of the answer sees. */
function expectSilence(said: readonly (string | undefined)[], where: string): void {
  const all = said.join(' | ');
  if (/josephine|josie|murphy/i.test(all)) expect(all, where).not.toMatch(/carrie|finch|nanny/i);
}

async function start(horizon: number | string): Promise<void> {
  const folders = [fileURLToPath(samples).replace(/\/$/, '')];
  editor = await Editor.start({ folders, settings: { horizon }, initializationOptions: { lensCommands: true } });
}

async function open(name: string): Promise<{ uri: string; text: string }> {
  const uri = new URL(name, samples).href;
  const text = readFileSync(new URL(name, samples), 'utf8');
  await editor.open(uri, text);
  return { uri, text };
}

it('with the horizon at episode 7, nothing that the server says of setups and payoffs tells who Carrie is', async () => {
  await start(7);
  let lenses = 0;
  let calls = 0;
  for (const name of treatments) {
    const { uri, text } = await open(name);
    for (const lens of await editor.about<CodeLens[]>('textDocument/codeLens', uri)) {
      const { command } = await editor.request<CodeLens>('codeLens/resolve', lens);
      expectSilence([command?.title], name);
      expect(JSON.stringify(command ?? null)).not.toContain('episode-8');
      lenses++;
    }
    for (const [line, content] of text.split('\n').entries()) {
      const mark = /(?:\[\[|<!-- )\w+: [\w-]/.exec(content);
      if (!mark) continue;
      const at = mark.index + mark[0].length;
      const items =
        (await editor.at<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', uri, line, at)) ?? [];
      for (const item of items) {
        const [incoming, outgoing] = await Promise.all([
          editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item }),
          editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item }),
        ]);
        for (const one of [item, ...incoming.map(({ from }) => from), ...outgoing.map(({ to }) => to)]) {
          expectSilence([one.name, one.detail], name);
          expect(one.uri).not.toContain('episode-8');
          calls++;
        }
      }
    }
  }
  expect(lenses).toBeGreaterThan(0);
  expect(calls).toBeGreaterThan(0);
  for (const query of ['', 'carrie', 'josephine', 'murphy']) {
    const symbols = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query });
    expect(symbols.length).toBeGreaterThan(0);
    for (const { name, containerName, location } of symbols) {
      expectSilence([name, containerName], query);
      expect(location.uri).not.toContain('episode-8');
    }
  }
});

it('with the horizon at episode 7, Carrie Finch is somebody of her own', async () => {
  await start(7);
  const { uri, text } = await open('episode-7.treatment.md');
  const line = text.split('\n').findIndex((content) => content.includes('Carrie Finch'));
  const at = text.split('\n')[line]!.indexOf('Carrie Finch');
  const hover = await editor.at<Hover>('textDocument/hover', uri, line, at);
  expect(JSON.stringify(hover.contents)).toContain('Carrie Finch');
  expectSilence([JSON.stringify(hover.contents), 'Carrie Finch'], 'hover');
  const links = await editor.at<(Location | LocationLink)[]>('textDocument/definition', uri, line, at);
  expect(links.map((link) => ('targetUri' in link ? link.targetUri : link.uri))).toEqual([uri]);
  const places = await editor.at<Location[]>('textDocument/references', uri, line, at, {
    context: { includeDeclaration: true },
  });
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) expect(place.uri).toContain('.treatment.md');
});

it('at the end it does', async () => {
  await start('everything');
  await open('episode-8.treatment.md');
  const symbols = await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'carrie josephine' });
  expect(symbols.map(({ name }) => name).join()).toContain('The nanny Carrie Finch is Josephine Murphy');
});
