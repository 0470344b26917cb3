import { diagnose, type RuleSettings } from '../../../server/core/rules/diagnose.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { season } from '../../fixture.ts';

/** What is found in all files of a fixture: `warning setup.unpaid e1.fountain: gun`. */
export function found(source: string, settings: RuleSettings = {}, horizon?: Horizon): string[] {
  const fixture = season(source);
  return [...fixture.manuscripts].flatMap(([path, manuscript]) =>
    diagnose({ ...fixture.context(path), horizon }, settings).map(
      ({ severity, code, span }) => `${severity} ${code} ${path}: ${manuscript.text.slice(span.start, span.end)}`,
    ),
  );
}

/** Only what one rule finds. */
export function foundBy(code: string, source: string, settings?: RuleSettings): string[] {
  return found(source, settings).filter((line) => line.includes(` ${code} `));
}

/** A scene of a script. */
export function scene(text: string): string {
  return `INT. HOUSE - NIGHT\n\n${text}\n\n`;
}
