import { describe, expect, test } from 'vitest';
import { Clock } from '../../../server/core/measure/time-breaks.ts';

function reasons(...times: string[]) {
  const clock = new Clock();
  return times.map((time) => clock.step(time));
}

describe('time is broken', () => {
  test.each([
    ['NIGHT', 'DAY'],
    ['NIGHT', 'MORNING'],
    ['NIGHT', 'DUSK'],
    ['EVENING', 'AFTERNOON'],
    ['EVENING', 'DAY'],
    ['AFTERNOON', 'MORNING'],
    ['MORNING', 'DAWN'],
    ['10 PM', '9 PM'],
    ['NACHT', 'TAG'],
    ['ABENDS', 'NACHMITTAGS'],
    ['NUIT', 'JOUR'],
    ['SOIR', 'APRÈS-MIDI'],
    ['NOCHE', 'DÍA'],
    ['NOCHE', 'DIA'],
    ['TARDE', 'MAÑANA'],
    ['10:30 A.M.', '10:15 am'],
  ])('from %s to %s', (first, second) => {
    expect(reasons(first, second)).toEqual([undefined, 'backward']);
  });

  test.each([
    'LATER',
    'MOMENTS LATER',
    'NIGHT - LATER',
    'EARLIER',
    'NEXT DAY',
    'THE FOLLOWING NIGHT',
    'AM NÄCHSTEN TAG',
    'PLUS TARD',
    'MÁS TARDE',
  ])('by %s', (time) => {
    expect(reasons('NIGHT', time)[1]).toBe('jump');
  });

  test('across headings that say nothing of it', () => {
    expect(reasons('NIGHT', 'CONTINUOUS', '', 'DAY')).toEqual([undefined, undefined, undefined, 'backward']);
  });
});

describe('time runs on', () => {
  test.each([
    ['DAY', 'NIGHT'],
    ['NIGHT', 'NIGHT'],
    ['NIGHT', 'CONTINUOUS'],
    ['NIGHT', 'DAWN'],
    ['MIDNIGHT', 'DAWN'],
    ['NIGHT', 'MIDNIGHT'],
    ['MIDNIGHT', 'NIGHT'],
    ['11 PM', '1 AM'],
    ['NOON', 'NOON'],
    ['DAY', 'MORNING'],
    ['EVENING', 'DUSK'],
    ['SOME TIME', 'ANOTHER'],
    ['APRÈS-MIDI', 'SOIR'],
    ['MITTAG', 'NACHMITTAG'],
    ['NACHT', 'MITTERNACHT'],
    ['TARDE', 'NOCHE'],
    ['TAGESLICHT', 'NACHTLICHT'],
  ])('from %s to %s, or cannot be told', (first, second) => {
    expect(reasons(first, second)).toEqual([undefined, undefined]);
  });
});
