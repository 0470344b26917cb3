import { t } from '@vscode/l10n';

/** `21.7`: a number that is not negative, rounded to so many decimals; where the client’s language says so, `21,7`. */
export function decimal(number: number, decimals: number): string {
  const [whole, rest] = number.toFixed(decimals).split('.');
  return rest === undefined ? whole! : t('{0}.{1}', whole!, rest);
}

/** `1,480`: a whole number that is not negative, its thousands set apart as the client's language does. */
export function grouped(number: number): string {
  if (number < 1000) return String(number);
  return t('{0},{1}', grouped(Math.floor(number / 1000)), String(number % 1000).padStart(3, '0'));
}
