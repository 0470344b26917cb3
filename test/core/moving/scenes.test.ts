import { describe, expect, test } from 'vitest';
import { move, shift } from '../../../server/core/moving/move.ts';
import { season } from '../../fixture.ts';
import { isRefused, rowNamed, textsAfter } from './rows.ts';

/** The files of a fixture after rows have been dropped on a row, in its own notation; else why not. */
function drop(source: string, rows: string | readonly string[], target: string): string {
  const { manuscripts } = season(source);
  const all = [...manuscripts.values()];
  const found = move(
    [rows].flat().map((name) => rowNamed(all, name)),
    rowNamed(all, target),
  );
  if (isRefused(found)) return [found.refused, found.title].filter(Boolean).join(': ');
  const paths = [...manuscripts.keys()];
  const texts = textsAfter(all, found);
  const headings = texts[all.indexOf(found.to.manuscript)]!.slice(found.to.offset).split(/\r?\n/)[0];
  expect(found.from.manuscript.text.slice(found.from.offset).split(/\r?\n/)[0]).toBe(headings);
  return paths.length === 1 ? texts[0]! : paths.map((path, i) => `--- ${path}\n${texts[i]}`).join('\n');
}

const file = (text: string): string => `--- e1.fountain\n${text}`;

const story = `Title: Low Water
Episode: 1

# Act One

INT. A - DAY #1#

She waits.

INT. B - DAY #2#

ANNA
Now.

INT. C - DAY #3#

He comes.

# Act Two

INT. D - DAY #4#

They go.
`;

describe('a scene', () => {
  test('follows the scene that it is dropped on, with its number', () => {
    expect(drop(file(story), 'scene INT. C - DAY', 'scene INT. A - DAY')).toBe(`Title: Low Water
Episode: 1

# Act One

INT. A - DAY #1#

She waits.

INT. C - DAY #3#

He comes.

INT. B - DAY #2#

ANNA
Now.

# Act Two

INT. D - DAY #4#

They go.
`);
  });

  test('is the first of the act that it is dropped on', () => {
    const after = drop(file(story), 'scene INT. A - DAY', 'act Act Two');
    expect(after).toContain('# Act One\n\nINT. B');
    expect(after).toContain('He comes.\n\n# Act Two\n\nINT. A - DAY #1#\n\nShe waits.\n\nINT. D');
  });

  test('is the first of the episode that it is dropped on', () => {
    expect(drop(file(story), 'scene INT. D - DAY', 'episode 1')).toContain(
      '# Act One\n\nINT. D - DAY #4#\n\nThey go.\n\nINT. A',
    );
  });

  test('leaves an act empty, and goes to an empty act', () => {
    const emptied = drop(file(story), 'scene INT. D - DAY', 'scene INT. C - DAY');
    expect(emptied.endsWith('He comes.\n\nINT. D - DAY #4#\n\nThey go.\n\n# Act Two\n')).toBe(true);
    expect(drop(file(emptied), 'scene INT. D - DAY', 'act Act Two')).toBe(story);
  });

  test('follows the scene of a mark that it is dropped on', () => {
    const text = 'INT. A\n\n[[setup: gun]]\n\nINT. B\n\nb\n\nINT. C\n\nc';
    expect(drop(file(text), 'scene INT. C', 'setup gun')).toBe(
      'INT. A\n\n[[setup: gun]]\n\nINT. C\n\nc\n\nINT. B\n\nb',
    );
  });

  test('goes and comes with several: in the order of the text', () => {
    const after = drop(file(story), ['scene INT. A - DAY', 'scene INT. C - DAY'], 'scene INT. D - DAY');
    expect(after).toContain('# Act One\n\nINT. B');
    expect(after.endsWith('They go.\n\nINT. A - DAY #1#\n\nShe waits.\n\nINT. C - DAY #3#\n\nHe comes.\n')).toBe(true);
  });

  test('goes from the very top, and to it, also in a text without a last line end', () => {
    const text = 'INT. A\n\na\n\n\nINT. B\n\nb\n\n\nINT. C\n\nc';
    const after = drop(file(text), 'scene INT. A', 'scene INT. C');
    expect(after).toBe('INT. B\n\nb\n\n\nINT. C\n\nc\n\n\nINT. A\n\na');
    expect(drop(file(after), 'scene INT. A', 'episode')).toBe(text);
  });

  test('goes to another file, and takes its line ends', () => {
    const after = drop(
      `--- e1.fountain\n${story}\n--- e2.fountain\nEpisode: 2\r\n\r\nINT. X\r\n\r\nx`,
      'scene INT. B - DAY',
      'scene INT. X',
    );
    expect(after).toContain(
      '--- e2.fountain\nEpisode: 2\r\n\r\nINT. X\r\n\r\nx\r\n\r\nINT. B - DAY #2#\r\n\r\nANNA\r\nNow.',
    );
    expect(after).toContain('She waits.\n\nINT. C - DAY #3#');
  });

  test.each([
    ['notes and synopses with no blank line between', '[[setup: gun]]\n= What happens.\n'],
    ['a page break', '===\n\n'],
    ['the time in which it is told', '[[story: day 2]]\n\n'],
    ['what it has ignored', '[[ignore: setup.unpaid]]\n\n'],
    ['a boneyard against it', '/* was: EXT. B\n\nor so */\n'],
  ])('takes with it %s', (_, above) => {
    const text = `INT. A\n\na\n\n${above}INT. B\n\nb\n\nINT. C\n\nc\n`;
    expect(drop(file(text), 'scene INT. B', 'scene INT. C')).toBe(
      `INT. A\n\na\n\nINT. C\n\nc\n\n${above}INT. B\n\nb\n`,
    );
  });

  test('takes with it a section that covers it alone, with its synopsis', () => {
    const [a, b, c] = ['INT. A\n\na', '### B\n\n= What happens.\n\nINT. B\n\nb', '### C\n\nINT. C\n\nc'];
    expect(drop(file(`## Both\n\n${a}\n\n${b}\n\n${c}\n`), 'scene INT. B', 'scene INT. C')).toBe(
      `## Both\n\n${a}\n\n${c}\n\n${b}\n`,
    );
  });

  test.each([
    ['a section that covers others too', '## Sequence\n\n'],
    ['a mark of the scene before', '[[setup: gun]]\n\n'],
    ['a synopsis by itself', '= What happened.\n\n'],
    ['the end of a flashback', '[[story: now]]\n\n'],
  ])('leaves where it is %s', (_, above) => {
    const text = `INT. A\n\na\n\n${above}INT. B\n\nb\n\nINT. C\n\nc\n`;
    expect(drop(file(text), 'scene INT. B', 'scene INT. C')).toBe(
      `INT. A\n\na\n\n${above}INT. C\n\nc\n\nINT. B\n\nb\n`,
    );
  });

  test('leaves what ends the act, and what ends the story', () => {
    const text = `> ACT ONE <\n\nINT. A\n\na\n\nINT. B\n\nb\n\n> FADE OUT.\n\n> END OF ACT ONE <\n\n===\n\n> ACT TWO <\n\nINT. C\n\nc\n\nTHE END\n`;
    expect(drop(file(text), 'scene INT. A', 'scene INT. C')).toBe(
      `> ACT ONE <\n\nINT. B\n\nb\n\n> FADE OUT.\n\n> END OF ACT ONE <\n\n===\n\n> ACT TWO <\n\nINT. C\n\nc\n\nINT. A\n\na\n\nTHE END\n`,
    );
    expect(drop(file(text), 'scene INT. B', 'act ACT ONE')).toBe(
      `> ACT ONE <\n\nINT. B\n\nb\n\nINT. A\n\na\n\n> FADE OUT.\n\n> END OF ACT ONE <\n\n===\n\n> ACT TWO <\n\nINT. C\n\nc\n\nTHE END\n`,
    );
  });

  test('keeps what ignores rules in the whole file at its top', () => {
    const text = '[[ignore: setup.unpaid]]\n\nINT. A\n\na\n\nINT. B\n\nb\n';
    expect(drop(file(text), 'scene INT. A', 'scene INT. B')).toBe(
      '[[ignore: setup.unpaid]]\n\nINT. B\n\nb\n\nINT. A\n\na\n',
    );
  });

  test('of a treatment goes with its prose, also between lists and fences', () => {
    const text =
      '---\nEpisode: 1\n---\n\n# Act One\n## A\na\n\n- one\n- two\n## B\n\n```\n# no heading\n```\n\n# Act Two\n\nProse.\n';
    expect(drop(`--- e1.treatment.md\n${text}`, 'scene B', 'act Act Two')).toBe(
      '---\nEpisode: 1\n---\n\n# Act One\n## A\na\n\n- one\n- two\n\n# Act Two\n\nProse.\n\n## B\n\n```\n# no heading\n```\n',
    );
    expect(drop(`--- e1.treatment.md\n${text}`, 'scene A', 'scene B')).toContain(
      '# Act One\n## B\n\n```\n# no heading\n```\n\n## A\na\n\n- one\n- two\n\n# Act Two',
    );
  });
});

describe('an act', () => {
  test('goes with all that belongs to it', () => {
    const text = `# Act One\n\n= syn\n\nINT. A\n\na\n\nEND OF ACT ONE\n\n===\n\n# Act Two\n\nINT. B\n\nb\n\nEND OF ACT TWO\n\n===\n\n# Act Three\n\nINT. C\n\nc\n\nEND OF ACT THREE\n\nTHE END`;
    expect(drop(file(text), 'act Act Two', 'act Act Three')).toBe(
      `# Act One\n\n= syn\n\nINT. A\n\na\n\nEND OF ACT ONE\n\n===\n\n# Act Three\n\nINT. C\n\nc\n\nEND OF ACT THREE\n\n===\n\n# Act Two\n\nINT. B\n\nb\n\nEND OF ACT TWO\n\nTHE END`,
    );
  });

  test('dropped on a scene follows the act of that', () => {
    const text = '# Act One\n\nINT. A\n\n# Act Two\n\nINT. B\n\n# Act Three\n\nINT. C';
    expect(drop(file(text), 'act Act Three', 'scene INT. A')).toBe(
      '# Act One\n\nINT. A\n\n# Act Three\n\nINT. C\n\n# Act Two\n\nINT. B',
    );
    expect(drop(file(text), 'act Act Three', 'episode')).toBe(
      '# Act Three\n\nINT. C\n\n# Act One\n\nINT. A\n\n# Act Two\n\nINT. B',
    );
  });

  test('leaves a heading over several acts where it is', () => {
    const text = '# Part One\n\n## Act One\n\na\n\n# Part Two\n\n## Act Two\n\nb\n\n## Act Three\n\nc\n';
    expect(drop(`--- e1.treatment.md\n${text}`, 'act Act Two', 'act Act One')).toBe(
      '# Part One\n\n## Act One\n\na\n\n## Act Two\n\nb\n\n# Part Two\n\n## Act Three\n\nc\n',
    );
  });
});

describe('a move is refused', () => {
  test.each([
    ['onto itself', story, 'scene INT. A - DAY', 'scene INT. A - DAY', 'intoItself: INT. A - DAY'],
    ['into itself', story, 'act Act One', 'scene INT. B - DAY', 'intoItself: Act One'],
    ['to where it stands', story, 'scene INT. B - DAY', 'scene INT. A - DAY', 'already'],
    ['of a whole episode', story, 'episode 1', 'act Act One', 'cannotMove'],
    ['of several kinds', story, ['scene INT. A - DAY', 'act Act Two'], 'scene INT. B - DAY', 'mixed'],
    [
      'of a scene that a boneyard reaches into',
      'INT. A\n\na /* b\n\n*/ INT. B\n\nb\n\nINT. C\n\nc\n',
      'scene INT. B',
      'scene INT. C',
      'cutAcross: INT. B',
    ],
    [
      'where a bracket would close what is open there',
      'INT. A\n\na\n\nINT. B\n\nb */ c\n\nINT. C\n\nc /* open\n',
      'scene INT. C',
      'scene INT. A',
      'readDifferently',
    ],
    [
      'that would end nowhere the flashback before another scene',
      'INT. A\n\n[[setup: a]]\n\nINT. B\n\n[[story: -6y]]\n\nb\n\nINT. C\n\n[[story: now]]\n\nINT. D\n\n[[payoff: a]]\n',
      'scene INT. B',
      'scene INT. C',
      'flashback: INT. D',
    ],
    [
      'that would leave a scene without its flashback',
      'INT. A\n\na\n\nINT. B\n\n[[story: -6y]]\n\nb\n\nINT. C\n\n[[setup: c]]\n\nINT. D\n\n[[story: now]]\n',
      'scene INT. B',
      'scene INT. D',
      'flashback: INT. C',
    ],
  ])('%s', (_, text, rows, target, why) => {
    expect(drop(file(text), rows, target)).toBe(why);
  });

  test('between a script and a treatment', () => {
    expect(
      drop(`--- e1.fountain\n${story}\n--- e2.treatment.md\n# Act X\n\nx`, 'scene INT. A - DAY', 'act Act X'),
    ).toBe('otherMedium');
  });

  test('of what is said of an episode, into another', () => {
    const text =
      '--- e1.fountain\nEpisode: 1\n\nINT. A\n\n[[form: chamber-play]]\n\nINT. B\n--- e2.fountain\nEpisode: 2\n\nINT. X\n';
    expect(drop(text, 'scene INT. A', 'scene INT. X')).toBe('form: INT. A');
    expect(drop(text, 'scene INT. A', 'scene INT. B')).toContain('INT. B\n\nINT. A\n\n[[form: chamber-play]]');
  });

  test('where two acts would become one', () => {
    const text = '--- e1.fountain\n# Act One\n\nINT. A\n--- e2.fountain\n# Act One\n\nINT. X\n';
    expect(drop(text, 'act Act One', 'scene INT. X')).toBe('sameAct');
  });

  test('where an ignore would come to hold for the whole file', () => {
    const text = 'INT. A\n\na\n\n[[ignore: setup.unpaid]]\nINT. B\n\nb\n';
    expect(drop(file(text), 'scene INT. A', 'scene INT. B')).toBe('ignore');
  });
});

describe('up and down', () => {
  function shifted(text: string, name: string, ...by: readonly ('up' | 'down')[]): string {
    return by.reduce((now, way) => {
      const { manuscripts } = season(file(now));
      const all = [...manuscripts.values()];
      const found = shift(rowNamed(all, name), way);
      return isRefused(found) ? found.refused : textsAfter(all, found)[0]!;
    }, text);
  }

  test('past a scene, and over the bounds of an act', () => {
    expect(shifted(story, 'scene INT. A - DAY', 'down')).toContain('# Act One\n\nINT. B');
    expect(shifted(story, 'scene INT. A - DAY', 'down', 'up')).toBe(story);
    expect(shifted(story, 'scene INT. C - DAY', 'down')).toContain(
      '# Act Two\n\nINT. C - DAY #3#\n\nHe comes.\n\nINT. D',
    );
    expect(shifted(story, 'scene INT. C - DAY', 'down', 'down', 'up', 'up')).toBe(story);
    expect(shifted(story, 'scene INT. A - DAY', 'up')).toBe('first');
    expect(shifted(story, 'scene INT. D - DAY', 'down')).toBe('last');
  });

  test('past an act', () => {
    expect(shifted(story, 'act Act One', 'down')).toContain('Episode: 1\n\n# Act Two\n\nINT. D');
    expect(shifted(story, 'act Act One', 'down', 'up')).toBe(story);
    expect(shifted(story, 'act Act Two', 'up', 'down')).toBe(story);
    expect(shifted(story, 'act Act Two', 'down')).toBe('last');
  });
});
