import { config } from '@vscode/l10n';
import { afterEach, expect, test } from 'vitest';
import { decimal } from '../../../server/core/text/decimal.ts';

afterEach(() => config({ contents: {} }));

test.each([
  [21.7, 1, '21.7'],
  [1.04, 1, '1.0'],
  [9.96, 1, '10.0'],
  [0.25, 2, '0.25'],
  [3.4, 0, '3'],
])('%d with %d decimals is %s', (number, decimals, text) => {
  expect(decimal(number, decimals)).toBe(text);
});

test('a translation may put a comma between', () => {
  config({ contents: { '{0}.{1}': '{0},{1}' } });
  expect(decimal(21.7, 1)).toBe('21,7');
  expect(decimal(3.4, 0)).toBe('3');
});
