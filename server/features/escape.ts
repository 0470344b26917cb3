/** Words without a sign that Markdown or an editor could read as anything else, one space apart: most of what is escaped. */
const harmless = /^[\p{L}“‘'"(][\p{L}\p{N}.,;:!?%'"’‘“”()…–—·-]*(?: [\p{L}\p{N}.,;:!?%'"’‘“”()…–—·-]+)*$/u;

/**
 * Text of a script, a treatment or a study as Markdown that shows exactly that text: no emphasis, no link, no picture, no
 * HTML, no heading or list, nothing that an editor would make a link of by itself. One line.
 */
export function escapeMarkdown(text: string): string {
  if (harmless.test(text) && !/www/i.test(text)) return text;
  return (
    oneLine(text)
      // What means something in Markdown wherever it stands, and `$` of VS Code's icons.
      .replace(/[\\`*_[\]<>#|~$]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/!(?=\\\[)/g, '\\!')
      // What would be taken for an address.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\bwww(?=\.)/gi, '$&\\')
      .replace(/@/g, '\\@')
      // What means something at the beginning of a line.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** Text without line ends and other characters that are not to be seen, which could hide what comes after them. */
export function oneLine(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      // Marks that turn the direction of all that follows.
      .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
      .trim()
  );
}
