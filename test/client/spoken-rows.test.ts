// What a screen reader says of the rows of both views: all that can be seen of them, in words.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import type { OutlineFacets, OutlineRow } from '../../server/protocol/outline.ts';
import type { SceneResult } from '../../server/protocol/scene.ts';
import { Editor } from '../server/lib/editor.ts';
import { fakeVscode } from './fake-vscode.ts';

const fake = fakeVscode();
vi.mock('vscode', () => fake.vscode);
const { treeItem } = await import('../../client/views/outline-item.ts');
const { kindWord, statusLabel } = await import('../../client/views/outline-words.ts');

const study = fileURLToPath(new URL('../../samples/all-her-fault', import.meta.url));
let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ folders: [URI.file(study).toString()] });
});
afterAll(() => editor.stop());

const allOf = (rows: readonly OutlineRow[]): OutlineRow[] => rows.flatMap((row) => [row, ...allOf(row.children ?? [])]);

/** What is wrong with how a row is spoken of; undefined where nothing is. */
function fault(row: OutlineRow): string | undefined {
  const { accessibilityInformation: spoken } = treeItem(row);
  const parts = [kindWord(row.kind), row.label, row.description ?? ''];
  const unsaid = parts.filter((part) => !spoken?.label.includes(part));
  if (unsaid.length > 0 || spoken?.role !== 'treeitem')
    return `${row.id} is spoken of as “${spoken?.label}” (${spoken?.role})`;
  return undefined;
}

test.each(['twist', 'structure', 'thread'])('every row of the outline by %s', async (by) => {
  const rows = allOf(await editor.request<OutlineRow[]>('chekhov/outline', { by }));
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.flatMap((row) => fault(row) ?? [])).toEqual([]);
});

test('every kind and status to filter by has a word', async () => {
  const { kinds, statuses } = await editor.request<OutlineFacets>('chekhov/outlineFacets', {});
  expect(kinds.length).toBeGreaterThan(5);
  for (const kind of kinds) expect(kindWord(kind), kind).not.toMatch(/^([a-z].*)?$/);
  for (const status of statuses) expect(statusLabel(status), status).not.toBe(status);
});

test('every row of Threads at Cursor, in each scene of the finale', async () => {
  const path = `${study}/episode-8.treatment.md`;
  const uri = URI.file(path).toString();
  const lines = readFileSync(path, 'utf8').split('\n');
  const rows: OutlineRow[] = [];
  for (const [line, text] of lines.entries()) {
    if (!text.startsWith('###')) continue;
    const scene = await editor.request<SceneResult | null>('chekhov/scene', { uri, position: { line, character: 0 } });
    if (scene && 'rows' in scene) rows.push(...allOf(scene.rows));
  }
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.flatMap((row) => fault(row) ?? [])).toEqual([]);
});
