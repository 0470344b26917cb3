import { expect, test } from 'vitest';
import { doubledCloser, doubledLyricMark } from '../../../server/core/writing/doubled-marks.ts';
import { season } from '../../fixture.ts';

/** The line after what is there twice has gone; undefined where nothing is. `$0` is right behind what was typed. */
function once(line: string, path = 'a.treatment.md', end = '\n') {
  const fixture = season(`--- ${path}\nINT. A - DAY${end}${end}${line}${end}${end}B.`);
  const { manuscript } = fixture.context();
  const span = doubledCloser(manuscript, fixture.offset);
  const text = manuscript.text.toString();
  return span && (text.slice(0, span.start) + text.slice(span.end)).split(end)[2];
}

test('the end of an annotation that was typed before one that is there is there once', () => {
  for (const end of ['\n', '\r\n']) {
    for (const path of ['a.treatment.md', 'a.fountain']) {
      expect(once('She waits. [[setup: gun]]$0]]', path, end)).toBe('She waits. [[setup: gun]]');
      expect(once('[[payoff: gun | at last]]$0 ]] And he goes.', path, end)).toBe(
        '[[payoff: gun | at last]] And he goes.',
      );
    }
    expect(once('<!-- setup: gun -->$0 -->', undefined, end)).toBe('<!-- setup: gun -->');
    expect(once('<!-- setup: gun -->$0-->', undefined, end)).toBe('<!-- setup: gun -->');
    expect(once('[[setup: a]] <!-- Plant: gun-->$0 --> x', undefined, end)).toBe('[[setup: a]] <!-- Plant: gun--> x');
  }
});

test.each([
  ['where there is one', '[[setup: gun]]$0'],
  ['where another annotation follows', '[[setup: gun]]$0 [[payoff: gun]]'],
  ['where another comment follows', '<!-- setup: gun -->$0 <!-- payoff: gun -->'],
  ['where the first bracket was typed', '[[setup: gun]$0]]'],
  ['where nothing was opened', 'gun]]$0]]'],
  ['where it is closed before', '[[setup: gun]] a]]$0]]'],
  ['in a note that is no annotation', '[[see: [a]]$0]]'],
  ['in a comment that is no annotation', '<!-- to do -->$0 -->'],
  ['where the second closes another note', '[[see [[setup: gun]]$0]]'],
  ['where the second is farther on', '[[setup: gun]]$0 and ]]'],
])('nothing is taken away %s', (_, line) => {
  expect(once(line)).toBeUndefined();
});

test('a comment of Markdown is none in a script', () => {
  expect(once('<!-- setup: gun -->$0 -->', 'a.fountain')).toBeUndefined();
});

test.each([
  ['~La\n~~$0', '~La\n~'],
  ['~La\n~~$0\n\nB.', '~La\n~\n\nB.'],
  ['~La\n~$0~', undefined],
  ['~La\n~~$0so', undefined],
  ['~La\n\n~~$0', undefined],
  ['~~$0', undefined],
])('the mark of a lyric that was begun is there once: %j', (marked, expected) => {
  for (const path of ['a.fountain', 'a.treatment.md']) {
    const fixture = season(`--- ${path}\n${marked}`);
    const { manuscript } = fixture.context();
    const span = doubledLyricMark(manuscript, fixture.offset);
    const text = manuscript.text.toString();
    const once = span && text.slice(0, span.start) + text.slice(span.end);
    expect(once?.trimEnd()).toBe(path === 'a.fountain' ? expected : undefined);
  }
});
