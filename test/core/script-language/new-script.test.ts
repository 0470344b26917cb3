import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newScript, scriptFileName } from '../../../server/core/script-language/new-script.ts';
import { read } from '../fountain/read.ts';

const titlePage = (text: string) =>
  Object.fromEntries(
    read(text)
      .titlePage()
      .map(({ key, text: value }) => [key, value]),
  );

test('a new script has title and episode on its title page, and nothing below it yet', () => {
  const text = newScript('The Gull', 3);
  expect(titlePage(text)).toEqual({ Title: 'The Gull', Episode: '3', Author: '' });
  expect(text.endsWith('\n\n')).toBe(true);
  expect(titlePage(newScript('The Gull'))).toEqual({ Title: 'The Gull', Author: '' });
});

test('whatever its title, what is written below the title page stands there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.option(fc.integer({ min: 1, max: 9999 })), (title, episode) => {
      const page = titlePage(`${newScript(title, episode ?? undefined)}INT. FLAT - DAY\n\nSomebody waits.\n`);
      expect(Object.keys(page)).toEqual(episode === null ? ['Title', 'Author'] : ['Title', 'Episode', 'Author']);
      expect(page.Author).toBe('');
    }),
  );
});

test.each<[title: string, episode: number | undefined, name: string]>([
  ['The Gull', undefined, 'the-gull.fountain'],
  ['The Gull', 3, 'the-gull-e03.fountain'],
  ['The Gull', 112, 'the-gull-e112.fountain'],
  ['../../etc/passwd', 1, 'etc-passwd-e01.fountain'],
  ['Чайка', 1, 'чайка-e01.fountain'],
  ['?!', undefined, 'script.fountain'],
])('%s, episode %s, is called %s', (title, episode, name) => {
  expect(scriptFileName(title, episode)).toBe(name);
});
