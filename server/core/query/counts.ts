import { t } from '@vscode/l10n';
import { grouped } from '../text/decimal.ts';

/** Numbers of things as they are said: `1 payoff`, `3 payoffs`. One and many are texts of their own in every language. */
export const counts = {
  acts: (n: number) => (n === 1 ? t('1 act') : t('{0} acts', n)),
  breaksInTime: (n: number) => (n === 1 ? t('1 break in time') : t('{0} breaks in time', n)),
  episodes: (n: number) => (n === 1 ? t('1 episode') : t('{0} episodes', n)),
  evidence: (n: number) => (n === 1 ? t('1 piece of evidence') : t('{0} pieces of evidence', n)),
  minutes: (n: number) => (n === 1 ? t('1 minute') : t('{0} minutes', n)),
  pages: (n: number) => (n === 1 ? t('1 page') : t('{0} pages', n)),
  payoffs: (n: number) => (n === 1 ? t('1 payoff') : t('{0} payoffs', n)),
  reminders: (n: number) => (n === 1 ? t('1 reminder') : t('{0} reminders', n)),
  reveals: (n: number) => (n === 1 ? t('1 reveal') : t('{0} reveals', n)),
  scenes: (n: number) => (n === 1 ? t('1 scene') : t('{0} scenes', n)),
  setups: (n: number) => (n === 1 ? t('1 setup') : t('{0} setups', n)),
  speeches: (n: number) => (n === 1 ? t('1 speech') : t('{0} speeches', n)),
  threads: (n: number) => (n === 1 ? t('1 thread') : t('{0} threads', n)),
  words: (n: number) => (n === 1 ? t('1 word') : t('{0} words', grouped(n))),
};
