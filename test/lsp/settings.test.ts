import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/lsp/settings.ts';

it('reads what settings should be', () => {
  expect(readSettings({ rules: { 'setup.unpaid': 'off' }, exclude: ['**/old/**'], horizon: 3 })).toEqual({
    rules: { 'setup.unpaid': 'off' },
    limits: {},
    exclude: ['**/old/**'],
    horizon: { episode: 3 },
  });
  expect(readSettings({ exclude: { '**/old/**': true, '**/new/**': false }, horizon: '4' })).toMatchObject({
    exclude: ['**/old/**'],
    horizon: { episode: 4 },
  });
});

it('takes what they should not be for not set', () => {
  const nothing = { rules: {}, limits: {}, exclude: undefined, horizon: undefined };
  for (const value of [null, undefined, 3, 'x', [], { rules: 3, exclude: 4, horizon: 'everything' }])
    expect(readSettings(value)).toEqual(nothing);
  const odd = { rules: { 'no.such.rule': 'error', 'setup.unpaid': 'loud', toString: 'error' }, horizon: -1 };
  expect(readSettings(odd)).toEqual(nothing);
  expect(readSettings({ horizon: 1.5 })).toEqual(nothing);
});

it('reads the limits of rules, each within its bounds', () => {
  expect(readSettings({ limits: { rushedPages: 5, chamberPlace: 0.5, chamberBreaks: 0 } }).limits).toEqual({
    rushedPages: 5,
    chamberPlace: 0.5,
    chamberBreaks: 0,
  });
});

describe('what cannot be read is said, a sentence for each', () => {
  const said = (value: unknown) => {
    const messages: string[] = [];
    readSettings(value, (message) => messages.push(message));
    return messages;
  };

  it.each([
    [{ limits: { rushedPages: -1 } }, /rushedPages is -1: it should be a whole number from 0 to 1000\. 3 is used/],
    [{ limits: { rushedPages: 2.5 } }, /rushedPages is 2\.5/],
    [{ limits: { chamberPlace: 70 } }, /chamberPlace is 70: it should be a number from 0 to 1\. 0\.7 is used/],
    [{ limits: { chamberCast: '6' } }, /chamberCast is "6"/],
    [{ limits: { chamberCats: 6 } }, /no setting chekhov\.limits\.chamberCats\. The limits are: rushedPages, /],
    [{ rules: { 'setup.unpayed': 'off' } }, /“setup\.unpayed”/],
    [{ rules: { 'setup.unpaid': 'loud' } }, /"loud" for setup\.unpaid: it should be off, hint/],
    [{ exclude: 3 }, /chekhov\.exclude is 3/],
    [{ horizon: 'later' }, /chekhov\.horizon is "later"/],
  ])('%j', (value, message) => {
    expect(said(value)).toEqual([expect.stringMatching(message)]);
  });

  it('what is right or not set is not talked about', () => {
    expect(said(undefined)).toEqual([]);
    expect(said({ rules: { 'setup.unpaid': 'off' }, limits: { rushedPages: 3 }, horizon: ' everything ' })).toEqual([]);
    expect(said({ rules: null, limits: { rushedPages: null }, exclude: null, horizon: '' })).toEqual([]);
  });
});
