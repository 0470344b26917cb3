import { readFileSync } from 'node:fs';

/**
 * The texts that are measured: the project's own samples over and over, always the same for the same arguments. Units are
 * UTF-16 units, which for these texts are bytes but for a few.
 */

const SCRIPT = 'samples/the-long-table/the-long-table.fountain';
const STUDY = 'samples/the-long-table/the-long-table.study.yaml';
const TREATMENTS = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `samples/all-her-fault/episode-${n}.treatment.md`);

/** Annotations whose ids name something in the season, and such ids among their keys. */
const ID_OF_ANNOTATION = /(?<=\[\[(?:setup|reminder|payoff|reveal|knows|learns|uses|herring): [\w-]+)(?![\w-])/g;
const ID_OF_KEY = /(?<= for=[\w-]+)(?![\w-])/g;

/**
 * A script of about so many units that ends with a whole scene. Its scenes are numbered, so that no two are equal, and what
 * is set up in one round of the sample is paid off in the same: the second round has `coat-2` for `coat`.
 *
 * @param episode which episode of a season it is, from 1: each begins with another scene
 */
export function generateScript(length: number, episode = 1): string {
  const sample = sampleScript();
  const titleEnd = sample.indexOf('\n\n') + 2;
  const scenes = sample.slice(titleEnd).split(/\n\n(?=(?:INT|EXT)[. ])/);
  const title = sample.slice(0, titleEnd).replace(/^Episode: .*$/m, `Episode: ${episode}`);
  const parts = [title];
  let written = title.length;
  for (let i = 0; written < length; i++) {
    const round = Math.floor(i / scenes.length) + 1;
    const scene = scenes[(i + (episode - 1) * 3) % scenes.length]!.trim();
    const numbered = scene.replace(/^((?:INT|EXT).*?)(?: #.*#)?$/m, `$1 #${i + 1}#`);
    const part =
      round === 1 ? numbered : numbered.replace(ID_OF_ANNOTATION, `-${round}`).replace(ID_OF_KEY, `-${round}`);
    parts.push(part, '\n\n');
    written += part.length + 2;
  }
  return flat(parts);
}

/** A treatment of about so many units: the sample's eight, over and over, as so many episodes. */
export function generateTreatment(length: number): string {
  const files = TREATMENTS.map((file) => read(file));
  const frontEnd = files[0]!.indexOf('\n---\n', 4) + 5;
  const parts = [files[0]!.slice(0, frontEnd)];
  let written = frontEnd;
  for (let i = 0; written < length; i++) {
    const file = files[i % files.length]!;
    const body = file.slice(file.indexOf('\n---\n', 4) + 5).replace(/^# Episode.*$/m, `# Episode ${i + 1}`);
    parts.push(body, '\n');
    written += body.length + 1;
  }
  return flat(parts);
}

/**
 * The sample's study, for a season of so many episodes whose scripts go through the sample so many times. What only later
 * rounds have is found by its annotations, and not by cues.
 */
export function generateStudy(episodes = 8, rounds = 3): string {
  const entries = Array.from({ length: episodes }, (_, i) => `  - { number: ${i + 1}, title: Night ${i + 1} }\n`);
  const again = (section: string) => {
    const later = Array.from({ length: rounds - 1 }, (_, i) => inRound(section, i + 2));
    return section + later.join('');
  };
  return sampleStudy()
    .replace(/^files: .*$/m, 'files: ["*.fountain"]')
    .replace(/^episodes:\n(?: .*\n)+/m, `episodes:\n${entries.join('')}`)
    .replace(/, act: act-\w+ }/g, ' }')
    .replace(/(?<=^(?:facts|threads):\n)(?: .*\n)+/gm, again);
}

function inRound(section: string, round: number): string {
  return section
    .replace(/^ +cues: .*\n/gm, '')
    .replace(/^( +- id: .*)$/gm, `$1-${round}`)
    .replace(/^( +evidence_for: \[)(.*)\]$/gm, (_, key, ids) => `${key}${ids.replace(/[\w-]+/g, `$&-${round}`)}]`);
}

/** As a script is that nobody has annotated: a little shorter, and with as many lines. */
export function withoutAnnotations(script: string): string {
  return script.replace(/ ?\[\[[^\]]*\]\]/g, '');
}

export function sampleScript(): string {
  return read(SCRIPT);
}

export function sampleStudy(): string {
  return read(STUDY);
}

function read(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/** One flat string, as a file or an editor gives it, and not a rope of scenes. */
function flat(parts: readonly string[]): string {
  return Buffer.from(parts.join('')).toString();
}
