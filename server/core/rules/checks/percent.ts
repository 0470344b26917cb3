import { t } from '@vscode/l10n';
/** `69 %`. A share that falls short of a limit never reads as if it met it. */
export function percent(share: number, below?: number): string {
  const whole = Math.round(100 * share);
  return t('{0} %', below !== undefined && whole >= Math.round(100 * below) ? Math.ceil(100 * below) - 1 : whole);
}
