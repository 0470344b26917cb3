import type { CheckReport } from './report.ts';

/** `{"diagnostics":[…]}` (design, section 11): lines and characters count from 0, in UTF-16 units. */
export function jsonReport({ files }: CheckReport): string {
  const diagnostics = files.flatMap(({ name, found }) =>
    found.map(({ range: { start, end }, code, severity, message }) => ({
      file: name,
      line: start.line,
      character: start.character,
      endLine: end.line,
      endCharacter: end.character,
      code,
      severity,
      message,
    })),
  );
  return `${JSON.stringify({ diagnostics }, undefined, 2)}\n`;
}
