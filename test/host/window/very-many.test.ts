// A folder of very many films: the outline lists them, and asks for what is in one when it is opened.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  expandRow,
  foldView,
  keepPicture,
  openFile,
  runCommand,
  showViews,
  treeRows,
  typeAfter,
  useWindow,
} from '../lib/window.ts';

const FILMS = 24;
const folder = mkdtempSync(path.join(tmpdir(), 'chekhov-films-'));
for (let i = 1; i <= FILMS; i++) {
  mkdirSync(path.join(folder, `film-${i}`));
  const script = `Title: Film ${i}\n\nINT. HALL - DAY\n\nA lamp. [[setup: lamp-${i} | It is off.]]\n\n[[payoff: lamp-${i}]]\n`;
  writeFileSync(path.join(folder, `film-${i}`, `film-${i}.fountain`), script);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the outline of very many films', () => {
  const window = useWindow({ folder });
  beforeEach(async () => {
    keepPicture(window());
    await showViews(window().page, 'Chekhov');
    await foldView(window().page, 'Threads at Cursor'); // whose rows would be taken for those of the outline
  });
  const rows = async () => (await treeRows(window().page)).join('\n');

  test('lists them, and has what is in one when it is opened', async () => {
    const { page } = window();
    await expect.poll(rows).toContain('Film 1');
    expect(await rows()).not.toContain('lamp');
    await expandRow(page, 'Film 2');
    await expect.poll(rows).toContain('Other threads');
    await expandRow(page, 'lamp-2');
    await expect.poll(rows).toContain('It is off.');
  });

  test('shows where the cursor is, and what is written there', async () => {
    const { page } = window();
    await openFile(page, 'film-9.fountain', 5);
    await runCommand(page, 'Chekhov: Reveal in Twist Outline');
    const selected = page.locator('.sidebar .monaco-list-row.selected');
    await expect.poll(() => selected.textContent()).toContain('Setup');
    expect(await rows()).toContain('lamp-9');
    await typeAfter(page, 'INT. HALL - DAY', ' [[setup: matches]]');
    await expect.poll(rows).toContain('matches');
  });
});
