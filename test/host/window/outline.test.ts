// The Twist Outline as it is seen and used: its badge, its filter, its cards, from the keyboard.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  expandRow,
  findText,
  foldView,
  keepPicture,
  openFile,
  runCommand,
  showViews,
  toggle,
  treeRow,
  treeRows,
  typeAfter,
  useWindow,
} from '../lib/window.ts';

const title = "Mara's brother is alive.";

describe('the Twist Outline', () => {
  const window = useWindow();
  beforeEach(async () => {
    keepPicture(window());
    await showViews(window().page, 'Chekhov');
    await foldView(window().page, 'Threads at Cursor'); // whose rows would be taken for those of the outline
  });
  const rows = async () => (await treeRows(window().page)).join('\n');
  let arranged = 'Twist';
  /** The palette does not offer what is so already. */
  const arrange = async (by: string) => {
    if (by !== arranged) await runCommand(window().page, `Chekhov: Arrange Outline by ${by}`);
    arranged = by;
  };

  test('says by few words what is told, and in full behind them', async () => {
    await expect.poll(rows).toContain('Brother alive');
    await expect.poll(rows).toContain(title);
  });

  test('has a badge with the number of warnings', async () => {
    const { page } = window();
    const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Chekhov"]') });
    await expect.poll(() => badge.locator('.badge-content').textContent()).toBe('1');
  });

  test('shows the card of a row that one points at', async () => {
    const { page } = window();
    await treeRow(page, 'Brother alive').hover();
    const card = page.locator('.monaco-hover:visible', { hasText: 'Reveal' });
    await expect.poll(() => card.first().textContent()).toContain(title);
    await page.mouse.move(2, 2);
  });

  test('is filtered by words, says so, and is cleared', async () => {
    const { page } = window();
    await arrange('Thread');
    await expect.poll(rows).toContain('The brass key');
    await runCommand(page, 'Chekhov: Filter Outline');
    const box = page.locator('.quick-input-widget:visible input:not([type=checkbox])').first();
    await box.waitFor();
    await page.keyboard.type('letter');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.sidebar .message').textContent()).toContain('“letter”');
    await expect.poll(rows).not.toContain('The brass key');
    expect(await rows()).toContain('The sealed letter');
    await runCommand(page, 'Chekhov: Clear Outline Filter');
    await expect.poll(rows).toContain('The brass key');
    await expect.poll(() => page.locator('.sidebar .message:visible').count()).toBe(0);
  });

  test('that a filter leaves empty says so, and how to clear it', async () => {
    const { page } = window();
    await runCommand(page, 'Chekhov: Filter Outline');
    await page.locator('.quick-input-widget:visible input:not([type=checkbox])').first().waitFor();
    await page.keyboard.type('submarine');
    await page.keyboard.press('Enter');
    const welcome = page.locator('.sidebar .welcome-view:visible');
    await expect.poll(() => welcome.textContent()).toContain('fits the filter');
    await welcome.getByText('Clear Filter').click();
    await expect.poll(rows).toContain('The brass key');
  });

  test('reveals what the cursor is on, in each arrangement', async () => {
    const { page } = window();
    for (const [by, expected] of [
      ['Structure', /Reminder: The brass key/],
      ['Thread', /Reminder · E1/],
      ['Twist', /Reminder · E1/],
    ] as const) {
      await arrange(by);
      await openFile(page, 'episode-1.fountain', 15);
      await runCommand(page, 'Chekhov: Reveal in Twist Outline');
      const selected = page.locator('.sidebar .monaco-list-row.selected');
      await expect.poll(() => selected.textContent()).toMatch(expected);
    }
  });

  test('keeps what is open and selected while one types', async () => {
    const { page } = window();
    await arrange('Twist');
    await openFile(page, 'episode-1.fountain');
    await expandRow(page, 'Brother alive');
    await expandRow(page, 'The brass key');
    await treeRow(page, /Setup · E1/).click();
    await openFile(page, 'episode-1.fountain');
    await typeAfter(page, 'Nobody will ever look', ' [[setup: third]] [[');
    await page.keyboard.type('payoff: third]]');
    await expect.poll(rows).toContain('third');
    await expect.poll(rows).toContain('Setup · E1');
    const selected = page.locator('.sidebar .monaco-list-row.selected');
    expect(await selected.textContent()).toContain('Setup · E1');
  });

  test('keeps what is open and selected when it is arranged otherwise', async () => {
    const { page } = window();
    await arrange('Twist');
    await expandRow(page, 'Brother alive');
    await expandRow(page, 'The brass key');
    await treeRow(page, /Setup · E1/).click();
    const selected = page.locator('.sidebar .monaco-list-row.selected');
    await expect.poll(() => selected.textContent()).toContain('Setup · E1');
    await arrange('Thread');
    await expect.poll(rows).toContain('Paid');
    await expect.poll(rows).toContain('Reminder · E1');
    await expect.poll(() => selected.textContent()).toContain('Setup · E1');
    await arrange('Structure');
    await expect.poll(() => selected.textContent()).toContain('Setup: The brass key');
    await arrange('Twist');
    await expect.poll(rows).toContain('Reminder · E1');
    await expect.poll(() => selected.textContent()).toContain('Setup · E1');
  });

  test('follows the cursor, and leaves the focus in the text', async () => {
    const { page } = window();
    await arrange('Structure');
    await runCommand(page, 'Chekhov: Outline Follows Cursor');
    await openFile(page, 'episode-1.fountain', 19);
    const selected = page.locator('.sidebar .monaco-list-row.selected');
    await expect.poll(() => selected.textContent()).toContain('sealed letter');
    await openFile(page, 'episode-1.fountain', 14);
    await expect.poll(() => selected.textContent()).toContain('LATER');
    expect(await page.locator('.editor-instance :focus').count()).toBe(1);
    await runCommand(page, 'Chekhov: Outline Stops Following Cursor');
  });

  test('renames with F2, and refuses what is taken', async () => {
    const { page } = window();
    await arrange('Thread');
    await expect.poll(rows).toContain('Unpaid');
    // The row that has the focus, though another one is selected.
    await treeRow(page, 'The brass key').click();
    const focused = page.locator('.sidebar .monaco-list-row.focused');
    await expect.poll(() => focused.textContent()).toContain('The brass key');
    await toggle(
      'the row above',
      async () => (await focused.textContent())?.includes('The sealed letter') === true,
      () => page.keyboard.press('ArrowUp'),
    );
    const box = page.locator('.quick-input-widget:visible');
    await toggle(
      'the box for the new id',
      () => box.isVisible(),
      () => page.keyboard.press('F2'),
    );
    await expect.poll(() => box.textContent()).toContain('Rename “sealed-letter”');
    await box.locator('input:not([type=checkbox])').first().fill('brass-key');
    await expect.poll(() => box.textContent()).toContain('already a thread');
    await box.locator('input:not([type=checkbox])').first().fill('love-letter');
    await expect.poll(() => box.textContent()).not.toContain('already a thread');
    await page.keyboard.press('Enter');
    await openFile(page, 'episode-1.fountain', 18);
    await expect.poll(() => findText(page, '[[setup: love-letter]]')).toBeTruthy();
  });

  test('opens all of itself, and finds', async () => {
    const { page } = window();
    await arrange('Structure');
    await runCommand(page, 'Chekhov: Expand All of Outline');
    await expect.poll(rows).toContain('Payoff: The brass key');
    await expect.poll(rows).toContain('Reminder: The brass key');
    await runCommand(page, 'Chekhov: Find in Outline');
    await expect.poll(() => page.locator('.sidebar .monaco-tree-type-filter:visible').count()).toBe(1);
    await page.keyboard.press('Escape');
  });
});
