import type { HintKinds } from '../core/query/inlay-hints.ts';
import type { LensKinds } from '../core/query/lenses/lenses.ts';
import { type LimitName, type Limits, limitProblem, limits } from '../core/rules/limits.ts';
import { type RuleCode, rules, type Severity } from '../core/rules/table.ts';
import type { FormatOptions } from '../core/script-language/format.ts';
import type { Horizon } from '../core/season/horizon.ts';

/** The settings of a folder, checked: what cannot be read as the setting it should be counts as not set. */
export interface Settings {
  /** How loud each rule is that is not as loud as usual. */
  readonly rules: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** The rules' numbers, as far as they are others than usual. */
  readonly limits: Partial<Limits>;
  /** Globs of files that stand alone; undefined for the default. */
  readonly exclude: readonly string[] | undefined;
  /** Undefined for everything. */
  readonly horizon: Horizon | undefined;
  /** Which code lenses and inlay hints are shown. */
  readonly codeLens: LensKinds;
  readonly inlayHints: HintKinds;
  /** How scripts are formatted. */
  readonly format: FormatOptions;
}

export const defaultSettings: Settings = {
  rules: {},
  limits: {},
  exclude: undefined,
  horizon: undefined,
  codeLens: { threads: true, reveals: true, structure: false },
  inlayHints: { episodes: true, acts: true, scenes: true },
  format: { capitals: true },
};

/** How loud a setting can make a rule. */
export const levels: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];

/**
 * Settings from what a client sends for the section `chekhov`. Never throws: what cannot be read is told to `warn`, a plain
 * sentence for each, and passed over.
 */
export function readSettings(value: unknown, warn: (message: string) => void = () => {}): Settings {
  const section = asRecord(value);
  return {
    rules: readRules(section.rules, warn),
    limits: readLimits(section.limits, warn),
    exclude: readGlobs(section.exclude, warn),
    horizon: readHorizon(section.horizon, warn),
    codeLens: readSwitches('codeLens', section.codeLens, defaultSettings.codeLens, warn),
    inlayHints: readSwitches('inlayHints', section.inlayHints, defaultSettings.inlayHints, warn),
    format: readSwitches('format', section.format, defaultSettings.format, warn),
  };
}

type Warn = (message: string) => void;

/** Each as it is set, or else as usual. */
function readSwitches<T extends Readonly<Record<keyof T, boolean>>>(
  group: string,
  value: unknown,
  usual: T,
  warn: Warn,
): T {
  const set = asRecord(value);
  for (const [name, on] of Object.entries(set)) {
    if (Object.hasOwn(usual, name) && typeof on !== 'boolean')
      warn(`The setting chekhov.${group}.${name} is ${shown(on)}: it should be true or false.`);
  }
  const switches = Object.entries(usual).map(([name, on]) => [name, typeof set[name] === 'boolean' ? set[name] : on]);
  return Object.fromEntries(switches) as T;
}

function readRules(value: unknown, warn: Warn): Settings['rules'] {
  const known = Object.entries(asRecord(value)).filter(([code, level]) => {
    if (!Object.hasOwn(rules, code)) warn(`The setting chekhov.rules names “${code}”, and there is no such rule.`);
    else if (!levels.includes(level as string))
      warn(`The setting chekhov.rules has ${shown(level)} for ${code}: it should be ${levels.join(', ')}.`);
    else return true;
    return false;
  });
  return Object.fromEntries(known);
}

function readLimits(value: unknown, warn: Warn): Settings['limits'] {
  const known = Object.entries(asRecord(value)).filter(([name, number]) => {
    if (number === undefined || number === null) return false;
    const setting = `chekhov.limits.${name}`;
    if (!isLimit(name)) {
      warn(`There is no setting ${setting}. The limits are: ${Object.keys(limits).join(', ')}.`);
      return false;
    }
    const problem = limitProblem(name, number);
    if (problem !== undefined)
      warn(`The setting ${setting} is ${shown(number)}: it should be ${problem}. ${limits[name].default} is used.`);
    return problem === undefined;
  });
  return Object.fromEntries(known);
}

export function isLimit(name: string): name is LimitName {
  return Object.hasOwn(limits, name);
}

/** A list of globs; or, as VS Code's own `files.exclude` has them, an object whose keys count where they are true. */
function readGlobs(value: unknown, warn: Warn): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((glob) => typeof glob === 'string');
  if (typeof value === 'string') return [value];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
  warn(`The setting chekhov.exclude is ${shown(value)}: it should be a glob pattern.`);
  return undefined;
}

/** An episode's number, or `everything`. */
function readHorizon(value: unknown, warn: Warn): Horizon | undefined {
  const written = typeof value === 'string' ? value.trim() : value;
  const episode = typeof written === 'string' && written !== '' ? Number(written) : written;
  if (typeof episode === 'number' && Number.isInteger(episode) && episode >= 0) return { episode };
  if (written !== undefined && written !== null && written !== 'everything' && written !== '')
    warn(`The setting chekhov.horizon is ${shown(value)}: it should be the number of an episode, or everything.`);
  return undefined;
}

/** A value as a warning quotes it. */
function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
