import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPlaybackTime, parsePlaybackTime } from '../../client/playback/playback-time.ts';
import { remembered, setTo, shown, started, stopped, unused } from '../../client/playback/stopwatch.ts';

describe('a time of playback', () => {
  test.each<[string, number | undefined]>([
    ['41:30', 2490],
    ['1:02:03', 3723],
    [' 90s ', 90],
    ['12m', 720],
    ['1h 2m 3s', 3723],
    ['90:00', 5400],
    ['0:05', 5],
    ['41:60', undefined],
    ['1:2:03', undefined],
    ['1:90:00', undefined],
    ['', undefined],
    ['41', undefined],
    ['soon', undefined],
  ])('%j is read as %s seconds', (text, seconds) => {
    expect(parsePlaybackTime(text)).toBe(seconds);
  });

  test('is read as it is written', () => {
    fc.assert(
      fc.property(fc.nat(99 * 3600), (seconds) => {
        expect(parsePlaybackTime(formatPlaybackTime(seconds))).toBe(seconds);
      }),
    );
    expect(formatPlaybackTime(2490.9)).toBe('41:30');
    expect(formatPlaybackTime(3723)).toBe('1:02:03');
  });
});

describe('a stopwatch', () => {
  test('runs from when it is started, and stands when it is stopped', () => {
    const running = started(unused, 1000);
    expect(shown(running, 31_000)).toBe(30);
    expect(shown(stopped(running, 31_000), 99_000)).toBe(30);
    expect(shown(started(stopped(running, 31_000), 50_000), 60_000)).toBe(40);
  });

  test('is not started twice', () => {
    expect(started(started(unused, 0), 5000)).toEqual({ seconds: 0, since: 0 });
  });

  test('is set while it runs and while it stands', () => {
    expect(shown(setTo(started(unused, 0), 60, 5000), 7000)).toBe(62);
    expect(shown(setTo(unused, 60, 5000), 7000)).toBe(60);
  });

  test('goes on after its window was closed', () => {
    const kept: unknown = JSON.parse(JSON.stringify(started(setTo(unused, 60, 0), 0)));
    expect(shown(remembered(kept), 10_000)).toBe(70);
  });

  test('loses nothing where the clock is set back', () => {
    expect(shown(started({ seconds: 60 }, 10_000), 0)).toBe(60);
  });

  test.each([undefined, null, 3, 'x', {}, { seconds: -1 }, { seconds: 'x' }, { seconds: Number.NaN }])(
    'that was remembered as %j has not been used',
    (kept) => {
      expect(remembered(kept)).toEqual(unused);
    },
  );
});
