/** `BEGIN FLASHBACK:`, `FLASHBACK TO:`, `FLASHBACK - THE BARN`, `DISSOLVE TO FLASHBACK` */
const BEGINS =
  /^(?:(?:begin|start)(?: of)? |[a-z ]{2,20} to )?(?:quick )?flash[ -]?backs?(?: montage| sequence)?(?: to)?(?:\s*[:.\u2013\u2014-].*)?$/i;
/** `END FLASHBACK`, `FLASHBACK ENDS.`, `BACK TO PRESENT DAY` */
const ENDS =
  /^(?:end(?: of)?(?: the)? flash[ -]?backs?|flash[ -]?backs?(?: sequence)? ends?|(?:[a-z ]{2,20} )?(?:back|return) to (?:the )?present)\b/i;

/**
 * Whether a line of a script says that a flashback begins (`true`) or ends (`false`); undefined where it says neither. `BACK
 * TO SCENE` follows an insert, within a flashback too, and says neither.
 */
export function flashbackBegins(line: string): boolean | undefined {
  if (ENDS.test(line)) return false;
  return BEGINS.test(line) ? true : undefined;
}
