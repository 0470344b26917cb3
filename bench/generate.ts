import { readFileSync } from 'node:fs';

const SAMPLE = 'samples/the-long-table/the-long-table.fountain';

/** For a checkout without samples. */
const OWN_WORDS = `Title: The Brass Key

INT. KITCHEN - NIGHT

MARA stands at the sink. The tap drips. [[setup: brass-key | in the drawer]]

MARA
(low)
You said that it would be over by now.

JONAS (O.S.)
I said that I hoped it would.

He comes in with the post, and puts it on the table as if it might break.

CUT TO:

EXT. YARD - DAY

Nobody. A swing moves. [[payoff: brass-key]]

`;

/**
 * A script of about so many units, always the same: the sample's scenes over and over, numbered so that no two are equal.
 * Ends with a whole scene.
 */
export function generateScript(length: number): string {
  const sample = sampleText();
  const titleEnd = sample.indexOf('\n\n') + 2;
  const scenes = sample.slice(titleEnd).split(/\n\n(?=(?:INT|EXT)[. ])/);
  let script = sample.slice(0, titleEnd);
  for (let i = 0; script.length < length; i++) {
    const scene = scenes[i % scenes.length]!.trim();
    script += `${scene.replace(/^((?:INT|EXT).*?)(?: #.*#)?$/m, `$1 #${i + 1}#`)}\n\n`;
  }
  // One flat string, as a file or an editor gives it, and not a rope of scenes.
  return Buffer.from(script).toString();
}

function sampleText(): string {
  try {
    return readFileSync(SAMPLE, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return OWN_WORDS;
  }
}
