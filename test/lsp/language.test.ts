import { t } from '@vscode/l10n';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../server/lsp/language.ts';

const files: Readonly<Record<string, Record<string, string>>> = {
  de: { Setup: 'Vorbereitung', '{0} know': '{0} wissen es' },
  'pt-br': { Setup: 'Preparação' },
};
const asked: string[] = [];
const textsIn = (language: string) => {
  asked.push(language);
  return files[language];
};

afterEach(() => {
  speak(undefined, undefined, undefined);
  asked.length = 0;
});

test.each([
  ['de', 'Vorbereitung'],
  ['de-AT', 'Vorbereitung'],
  ['de_CH', 'Vorbereitung'],
  ['pt-BR', 'Preparação'],
  ['pt', 'Setup'],
  ['en', 'Setup'],
  ['', 'Setup'],
])('in %j a setup is called %s', (locale, said) => {
  speak(undefined, locale, textsIn);
  expect(t('Setup')).toBe(said);
});

test('what is not translated is said in English, and what is put in stands in its place', () => {
  speak(undefined, 'de', textsIn);
  expect([t('Payoff'), t('{0} know', 3)]).toEqual(['Payoff', '3 wissen es']);
});

test('texts that the client brings go first, where they are texts', () => {
  speak({ Setup: 'Siembra' }, 'de', textsIn);
  expect(t('Setup')).toBe('Siembra');
  for (const given of [null, 'Setup', { Setup: 1 }, { Setup: { message: 'x' } }]) {
    speak(given, 'de', textsIn);
    expect(t('Setup')).toBe('Vorbereitung');
  }
});

test('a language that is none names no file', () => {
  for (const locale of ['../../secret', 'de/../x', 'd', 'deutsch-', 'de\u0000', '🙂'])
    speak(undefined, locale, textsIn);
  expect(asked).toEqual([]);
});
