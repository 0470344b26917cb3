import { config } from '@vscode/l10n';

/**
 * A language in which every text is itself between ⟦ and ⟧, to show what is not translated. It holds for the test file that
 * calls this.
 */
export function speakPseudo(): void {
  config({ contents: new Proxy({}, { get: (_, text) => `⟦${String(text)}⟧` }) });
}

/** What of an answer is no text of ours: what is put into a text counts as part of it. */
export function untranslated(answer: string): string {
  const rest = answer.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === answer ? rest : untranslated(rest);
}

/** A language in which every text says nothing but what is put into it, to show what that is. */
export function speakBlank(): void {
  config({ contents: new Proxy({}, { get: (_, text) => (String(text).match(/\{\d\}/g) ?? ['·']).join(' · ') }) });
}

/** The language that the sources are written in. */
export function speakEnglish(): void {
  config({ contents: {} });
}
