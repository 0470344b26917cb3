// What is seen on the screen: the hover card, the outline, squiggles, and where clicks lead.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  expandRow,
  hover,
  keepPicture,
  openFile,
  runCommand,
  showViews,
  squiggles,
  treeRow,
  treeRows,
  typeAfter,
  useWindow,
} from '../lib/window.ts';

describe('a story on the screen', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));

  test('a hover card says what a setup is and where it goes', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    const card = await hover(page, 'brass-key', /The brass key/);
    await expect.poll(() => card.textContent()).toMatch(/Setup[\s\S]*E2[\s\S]*What rattles asks to be opened/);
  });

  test('a link in the card leads to the payoff', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    const card = await hover(page, 'brass-key', /The brass key/);
    await card.getByText(/Payoff · E2/).click();
    await expect.poll(() => page.locator('.tab.active').textContent()).toContain('episode-2');
  });

  test('a setup that is never paid off is underlined', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await expect.poll(() => squiggles(page, 'warning')).toBe(1);
  });

  test('the outline shows what the cursor is on, though it was never opened', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain', 8);
    await runCommand(page, 'Chekhov: Reveal in Twist Outline');
    const selected = page.locator('.sidebar .monaco-list-row.selected');
    await expect.poll(() => selected.textContent()).toContain('Setup · E1');
  });

  test('the outline leads from a twist to its setup', async () => {
    const { page } = window();
    await openFile(page, 'episode-2.treatment.md');
    await showViews(page, 'Chekhov');
    await expandRow(page, /brother is alive/);
    await expandRow(page, 'The brass key');
    await treeRow(page, /Setup|drops a small brass key|nobody saw/).click();
    await expect.poll(() => page.locator('.tab.active').textContent()).toContain('episode-1');
  });

  test('the outline follows what is typed', async () => {
    const { page } = window();
    await openFile(page, 'episode-1.fountain');
    await showViews(page, 'Chekhov');
    await typeAfter(page, 'Nobody will ever look', ' [[setup: The second key');
    await expandRow(page, /Other threads/);
    await expect.poll(async () => (await treeRows(page)).join('\n')).toContain('The second key');
  });
});

describe('no folder at all', () => {
  const window = useWindow({ folder: null });
  beforeEach(() => keepPicture(window()));

  test('the view says what to do', async () => {
    const { page } = window();
    await showViews(page, 'Chekhov');
    await expect.poll(() => page.locator('.sidebar .welcome-view').textContent()).toContain('All Her Fault');
  });
});
