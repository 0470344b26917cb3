import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../server/lsp/settings.ts';

it('reads what settings should be', () => {
  expect(readSettings({ rules: { 'setup.unpaid': 'off' }, exclude: ['**/old/**'], horizon: 3 })).toMatchObject({
    rules: { 'setup.unpaid': 'off' },
    limits: {},
    exclude: ['**/old/**'],
    horizon: { episode: 3 },
    format: { capitals: true },
  });
  expect(readSettings({ exclude: { '**/old/**': true, '**/new/**': false }, horizon: '4' })).toMatchObject({
    exclude: ['**/old/**'],
    horizon: { episode: 4 },
  });
});

it('reads which lenses and hints are shown, each by itself', () => {
  const { codeLens, inlayHints } = readSettings({ codeLens: { threads: false }, inlayHints: { scenes: false } });
  expect(codeLens).toEqual({ ...defaultSettings.codeLens, threads: false });
  expect(inlayHints).toEqual({ ...defaultSettings.inlayHints, scenes: false });
});

it('reads how scripts are formatted', () => {
  expect(readSettings({ format: { capitals: false } }).format).toEqual({ capitals: false });
  expect(readSettings({ format: { capitals: 'no' } }).format).toEqual({ capitals: true });
});

it('takes what they should not be for not set', () => {
  for (const value of [null, undefined, 3, 'x', [], { rules: 3, exclude: 4, horizon: 'everything' }])
    expect(readSettings(value)).toEqual(defaultSettings);
  const odd = { rules: { 'no.such.rule': 'error', 'setup.unpaid': 'loud', toString: 'error' }, horizon: -1 };
  expect(readSettings(odd)).toEqual(defaultSettings);
  expect(readSettings({ codeLens: 3, inlayHints: { acts: 'no', all: false } })).toEqual(defaultSettings);
  expect(readSettings({ horizon: 1.5 })).toEqual(defaultSettings);
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
    [{ codeLens: { threads: 'no' } }, /chekhov\.codeLens\.threads is "no": it should be true or false/],
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
