import { t } from '@vscode/l10n';

/** `21.7`: a number that is not negative, rounded to so many decimals; where the client’s language says so, `21,7`. */
export function decimal(number: number, decimals: number): string {
  const [whole, rest] = number.toFixed(decimals).split('.');
  return rest === undefined ? whole! : t('{0}.{1}', whole!, rest);
}
