const FLASHBACK = 'flash[ -]?backs?|r(?:ü|ue)ckblenden?';
/** `BEGIN FLASHBACK:`, `FLASHBACK TO:`, `FLASHBACK - THE BARN`, `DISSOLVE TO FLASHBACK`, `RÜCKBLENDE:`, `DÉBUT DU FLASH-BACK` */
const BEGINS = new RegExp(
  '^(?:(?:begin|start)(?: of)? |[a-z ]{2,20} to |(?:beginn|anfang)(?: der| des)? |d[eé]but(?: du| de)? |inicio(?: del?)? )?' +
    `(?:quick )?(?:${FLASHBACK})(?: montage| sequence)?(?: to)?(?:\\s*[:.\u2013\u2014-].*)?$`,
  'i',
);
/** `END FLASHBACK`, `FLASHBACK ENDS.`, `BACK TO PRESENT DAY`, `ENDE DER RÜCKBLENDE`, `FIN DU FLASH-BACK`, `REGRESO AL PRESENTE` */
const ENDS = new RegExp(
  `^(?:(?:end(?: of)?(?: the)?|ende(?: der| des)?|fin(?: du| del?)?) (?:${FLASHBACK})|` +
    `(?:${FLASHBACK})(?: sequence)? (?:ends?|endet?)|` +
    '(?:[a-z ]{2,20} )?(?:back|return) to (?:the )?present|zur(?:ü|ue)ck (?:(?:in|zu) (?:die |der )?|zur )gegenwart|' +
    '(?:retour|on revient) au pr[eé]sent|(?:de )?(?:vuelta|regreso|volvemos) al presente)\\b',
  'i',
);

/**
 * Whether a line of a script says that a flashback begins (`true`) or ends (`false`); undefined where it says neither. `BACK
 * TO SCENE` follows an insert, within a flashback too, and says neither.
 */
export function flashbackBegins(line: string): boolean | undefined {
  if (ENDS.test(line)) return false;
  return BEGINS.test(line) ? true : undefined;
}
