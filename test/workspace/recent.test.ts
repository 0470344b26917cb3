import { expect, it } from 'vitest';
import { Recent } from '../../server/workspace/recent.ts';

it('keeps what was used last, within its weight', () => {
  const recent = new Recent<number>(10);
  recent.set('a', 1, 4);
  recent.set('b', 2, 4);
  recent.get('a');
  recent.set('c', 3, 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});

it('keeps nothing that is too heavy by itself', () => {
  const recent = new Recent<number>(10);
  recent.set('a', 1, 11);
  expect(recent.get('a')).toBeUndefined();
  recent.set('b', 2, 10);
  expect(recent.get('b')).toBe(2);
});

it('says what goes because there is too much, and not what is put in its place or taken away', () => {
  const dropped: string[] = [];
  const recent = new Recent<number>(10, (key) => dropped.push(key));
  recent.set('a', 1, 4);
  recent.set('a', 2, 4);
  recent.set('b', 3, 4);
  recent.delete('b');
  recent.set('c', 4, 8);
  expect(dropped).toEqual(['a']);
});

it('counts a value that takes the place of another once', () => {
  const recent = new Recent<number>(10);
  for (let i = 0; i < 100; i++) recent.set('a', i, 6);
  recent.set('b', 1, 4);
  expect([recent.get('a'), recent.get('b')]).toEqual([99, 1]);
});
