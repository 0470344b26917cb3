// The pictures in the documents: they are there, are not heavy, and are told to whoever cannot see them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const pictures = pages.flatMap((page) => {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, alt, target]) => {
    return { page, alt: alt!, target: target!, file: new URL(target!, new URL(page, root)) };
  });
});

test('there are some', () => {
  expect(pictures.length).toBeGreaterThan(1);
});

describe.each(pictures)('$target in $page', ({ alt, file }) => {
  test('is there, and is not heavy', () => {
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).size).toBeLessThan(250 * 1024);
  });

  test('is told in words', () => {
    expect(alt.split(/\s+/).length).toBeGreaterThan(4);
  });
});

test('every picture is on a page', () => {
  const shown = pictures.map(({ file }) => file.href);
  const all = readdirSync(new URL('docs/images', root)).map((name) => new URL(`docs/images/${name}`, root).href);
  expect(all.filter((href) => !shown.includes(href))).toEqual([]);
});

test('the page of the package has none, since it would not be shown where the extension is installed', () => {
  expect(pictures.filter(({ page }) => page === 'docs/marketplace.md')).toEqual([]);
});
