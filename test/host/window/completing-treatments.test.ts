// What is offered in treatments and study files: the front matter, annotations in comments, whole entries to fill in.
import { beforeEach, describe, expect, test } from 'vitest';
import { editorLines, hover, keepPicture, openFile, typeAfter, useWindow } from '../lib/window.ts';

describe('completion in treatments and studies', () => {
  const window = useWindow();
  beforeEach(() => keepPicture(window()));
  const offers = () => window().page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
  const lines = () => editorLines(window().page);
  /** Typed at a pace at which the editor closes brackets as it does for a person. */
  const type = (text: string) => window().page.keyboard.type(text, { delay: 80 });
  const press = (key: string) => window().page.keyboard.press(key);

  /** Asks for the list until it has something. */
  const ask = async (wanted: string) => {
    const again = async () => {
      const now = await offers();
      if (!now.includes(wanted)) await press('Control+Space');
      return now;
    };
    await expect.poll(again, { interval: 1_500, timeout: 60_000 }).toContain(wanted);
  };

  test('front matter is begun on top: its keys, and behind each what it may say', async () => {
    const { page } = window();
    await openFile(page, 'episode-2.treatment.md');
    await hover(page, 'brass-key', /Payoff/); // the server has read the treatment
    await press('Control+Home');
    await type('---\n\n---\n');
    await press('Control+Home');
    await press('ArrowDown');
    await ask('Title');
    await expect.poll(offers).toEqual(expect.arrayContaining(['Title', 'Episode', 'Season', 'Study']));
    await type('Ep');
    await expect.poll(offers).toEqual(['Episode', 'Episode title']);
    await press('Tab');
    await expect.poll(offers).toEqual(['1', '2']);
    await type('2');
    await expect.poll(offers).toEqual([]);
    await press('Enter');
    await type('Study:');
    await expect.poll(offers).toContain('none');
    await type(' no');
    await expect.poll(offers).toEqual(['none']);
    await press('Tab');
    await expect.poll(async () => (await lines()).slice(0, 4)).toEqual(['---', 'Episode: 2', 'Study: none', '---']);
    for (let i = 0; i < 12; i++) await press('Backspace'); // its threads are those of the study again
  });

  test('what closes a comment is there once, typed or not, and Tab leads behind it', async () => {
    const { page } = window();
    await typeAfter(page, 'The study, at dawn', '\n\nHe waits. ');
    await type('<!-- ');
    await ask('setup');
    await type('pa');
    await press('Tab');
    await ask('brass-key');
    await press('Escape');
    await type('brass-key -->');
    const line = async () => (await lines()).find((text) => text.startsWith('He waits.'));
    await expect.poll(line).toBe('He waits. <!-- payoff: brass-key -->');
    await type(' And');
    await press('Tab'); // as in any text
    await expect.poll(line).toMatch(/^He waits\. <!-- payoff: brass-key --> And +$/);
    await type('- ');
    await type('<!-- ');
    await ask('setup');
    await type('set');
    await press('Tab');
    await type('gun'); // no thread has such a name: nothing is offered that Tab could take
    await expect.poll(offers).toEqual([]);
    await press('Tab');
    await type('.');
    await expect.poll(line).toMatch(/^He waits\. <!-- payoff: brass-key --> And +- <!-- setup: gun -->\.$/);
    await type(' [[');
    await ask('setup');
    await type('set');
    await press('Tab');
    await type('hat]].');
    await expect.poll(line).toMatch(/- <!-- setup: gun -->\. \[\[setup: hat]]\.$/);
  });

  test('a whole entry of a study is filled in with Tab', async () => {
    const { page } = window();
    await openFile(page, 'locked-room.study.yaml');
    await typeAfter(page, 'What rattles asks', '\n'); // as deep as the line above
    await ask('New craft note');
    await type('new');
    await expect.poll(offers).toEqual(['New craft note']);
    await press('Tab');
    await type('season');
    await expect.poll(offers).toContain('season');
    await press('Tab'); // takes what is offered; the next one goes on
    await expect.poll(offers).toEqual([]);
    await press('Tab');
    await type('Keys open doors.');
    await press('Tab');
    await type('2');
    await press('Tab');
    await type(' # soon');
    const entry = async () => (await lines()).slice(-4, -1);
    await expect.poll(entry).toEqual(['  - on: season', '    text: Keys open doors.', '    from: 2 # soon']);
  });
});
