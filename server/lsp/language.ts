import { config } from '@vscode/l10n';

/** Texts in another language: what the code says in English → what is said for it. */
export type Texts = Readonly<Record<string, string>>;

/** Looks for the texts in a language, as `de` or `pt-br`. Undefined where there are none. */
export type TextsIn = (language: string) => Texts | undefined;

/**
 * From here on everything is said in the client's language, for as long as the process runs: it serves one client.
 * @param texts that the client brings itself; they go first
 * @param locale as the client names it, as `de-AT`: where there is nothing in a dialect, the language will do
 */
export function speak(texts: unknown, locale: string | undefined, textsIn: TextsIn | undefined): void {
  config({ contents: { ...(isTexts(texts) ? texts : locale && textsIn && inLocale(locale, textsIn)) } });
}

function inLocale(locale: string, textsIn: TextsIn): Texts | undefined {
  const name = locale.toLowerCase().replace('_', '-');
  // It becomes part of a file's name.
  if (!/^[a-z]{2,3}(-[a-z\d]+)*$/.test(name)) return undefined;
  return textsIn(name) ?? textsIn(name.split('-')[0]!);
}

function isTexts(given: unknown): given is Texts {
  return typeof given === 'object' && given !== null && Object.values(given).every((text) => typeof text === 'string');
}
