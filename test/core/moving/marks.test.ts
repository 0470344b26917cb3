import { describe, expect, test } from 'vitest';
import { move } from '../../../server/core/moving/move.ts';
import { season } from '../../fixture.ts';
import { isRefused, rowNamed, textsAfter } from './rows.ts';

function drop(source: string, rows: string | readonly string[], target: string): string {
  const { manuscripts } = season(source.startsWith('---') ? source : `--- e1.fountain\n${source}`);
  const all = [...manuscripts.values()];
  const found = move(
    [rows].flat().map((name) => rowNamed(all, name)),
    rowNamed(all, target),
  );
  if (isRefused(found)) return found.refused;
  const texts = textsAfter(all, found);
  expect(texts[all.indexOf(found.to.manuscript)]!.slice(found.to.offset)).toMatch(/^(\[\[|<!--)/);
  return texts.join('\n---\n');
}

describe('a mark', () => {
  test('goes out of a line, and leaves no two spaces', () => {
    const text = 'INT. A\n\nA gun. [[setup: gun | It is loaded.]] A cup.\n\nINT. B\n\nb\n';
    expect(drop(text, 'setup gun', 'scene INT. B')).toBe(
      'INT. A\n\nA gun. A cup.\n\nINT. B\n\n[[setup: gun | It is loaded.]]\n\nb\n',
    );
  });

  test.each([
    ['at the end of a line', 'A gun. [[setup: gun]]', 'A gun.'],
    ['at its start', '[[setup: gun]] A gun.', 'A gun.'],
    ['in a speech', 'BOB\nA gun. [[setup: gun]]\nA cup.', 'BOB\nA gun.\nA cup.'],
    ['between the lines of a speech', 'BOB\nA gun.\n[[setup: gun]]\nA cup.', 'BOB\nA gun.\nA cup.'],
    ['against a word', 'A[[setup: gun]]gun.', 'Agun.'],
    ['beside another', 'A gun. [[setup: gun]] [[setup: cup]]', 'A gun. [[setup: cup]]'],
    ['by itself', 'a\n\n[[setup: gun]]\n\nb', 'a\n\nb'],
  ])('%s', (_, before, after) => {
    expect(drop(`INT. A\n\n${before}\n\nINT. B\n\nb\n`, 'setup gun', 'scene INT. B')).toBe(
      `INT. A\n\n${after}\n\nINT. B\n\n[[setup: gun]]\n\nb\n`,
    );
  });

  test('that alone keeps a heading from its action leaves a blank line', () => {
    expect(drop('INT. A\n[[setup: gun]]\nShe enters.\n\nINT. B\n\nb\n', 'setup gun', 'scene INT. B')).toBe(
      'INT. A\n\nShe enters.\n\nINT. B\n\n[[setup: gun]]\n\nb\n',
    );
  });

  test('goes below another mark: on the next line, or after its paragraph', () => {
    expect(drop('INT. A\n\n[[setup: gun]]\n\nINT. B\n\n[[setup: cup]]\n\nb\n', 'setup gun', 'setup cup')).toBe(
      'INT. A\n\nINT. B\n\n[[setup: cup]]\n[[setup: gun]]\n\nb\n',
    );
    expect(drop('INT. A\n\n[[setup: gun]]\n\nINT. B\n\nb [[setup: cup]]\nc\n\nd\n', 'setup gun', 'setup cup')).toBe(
      'INT. A\n\nINT. B\n\nb [[setup: cup]]\nc\n\n[[setup: gun]]\n\nd\n',
    );
  });

  test('goes below the heading of an act, and with others in their order', () => {
    const text = '# Act One\n\nINT. A\n\n[[setup: gun]] a [[setup: cup]]\n\n# Act Two\n\nINT. B\n';
    expect(drop(text, ['setup gun', 'setup cup'], 'act Act Two')).toBe(
      '# Act One\n\nINT. A\n\na\n\n# Act Two\n\n[[setup: gun]]\n[[setup: cup]]\n\nINT. B\n',
    );
  });

  test('goes from a treatment to a script as a note, and back as it is', () => {
    const files = (a: string, b: string) => `--- e1.treatment.md\n${a}\n--- e2.fountain\n${b}`;
    expect(drop(files('# A\n\nProse.\n<!-- setup: gun -->\n', 'INT. B\n\nb'), 'setup gun', 'scene INT. B')).toBe(
      '# A\n\nProse.\n\n---\nINT. B\n\n[[setup: gun]]\n\nb',
    );
    expect(drop(files('Title\n=====\nProse.', 'INT. B\n\nb [[setup: gun]]'), 'setup gun', 'scene Title')).toBe(
      'Title\n=====\n\n[[setup: gun]]\n\nProse.\n---\nINT. B\n\nb',
    );
  });

  test('is refused on itself, on an episode, where it stands, and among other rows', () => {
    const text = '# Episode 1\n\nINT. A\n\n[[setup: gun]]\n\nINT. B\n';
    expect(drop(text, 'setup gun', 'setup gun')).toBe('already');
    expect(drop(text, 'setup gun', 'scene INT. A')).toBe('already');
    expect(drop(text, 'setup gun', 'episode 1')).toBe('markNeedsScene');
    expect(drop(text, ['setup gun', 'scene INT. A'], 'scene INT. B')).toBe('mixed');
  });
});
