import { expect, it } from 'vitest';
import { readSettings } from '../../server/lsp/settings.ts';

it('reads what settings should be', () => {
  expect(readSettings({ rules: { 'setup.unpaid': 'off' }, exclude: ['**/old/**'], horizon: 3 })).toEqual({
    rules: { 'setup.unpaid': 'off' },
    exclude: ['**/old/**'],
    horizon: { episode: 3 },
  });
  expect(readSettings({ exclude: { '**/old/**': true, '**/new/**': false }, horizon: '4' })).toMatchObject({
    exclude: ['**/old/**'],
    horizon: { episode: 4 },
  });
});

it('takes what they should not be for not set', () => {
  const nothing = { rules: {}, exclude: undefined, horizon: undefined };
  for (const value of [null, undefined, 3, 'x', [], { rules: 3, exclude: 4, horizon: 'everything' }])
    expect(readSettings(value)).toEqual(nothing);
  const odd = { rules: { 'no.such.rule': 'error', 'setup.unpaid': 'loud', toString: 'error' }, horizon: -1 };
  expect(readSettings(odd)).toEqual(nothing);
  expect(readSettings({ horizon: 1.5 })).toEqual(nothing);
});
