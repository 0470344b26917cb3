import { type RuleCode, rules, type Severity } from '../core/rules/table.ts';
import type { Horizon } from '../core/season/horizon.ts';

/** The settings of a folder, checked: what cannot be read as the setting it should be counts as not set. */
export interface Settings {
  /** How loud each rule is that is not as loud as usual. */
  readonly rules: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** Globs of files that stand alone; undefined for the default. */
  readonly exclude: readonly string[] | undefined;
  /** Undefined for everything. */
  readonly horizon: Horizon | undefined;
}

export const defaultSettings: Settings = { rules: {}, exclude: undefined, horizon: undefined };

const levels: readonly unknown[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Settings from what a client sends for the section `chekhov`. Never throws. */
export function readSettings(value: unknown): Settings {
  const section = asRecord(value);
  return {
    rules: readRules(section.rules),
    exclude: readGlobs(section.exclude),
    horizon: readHorizon(section.horizon),
  };
}

function readRules(value: unknown): Settings['rules'] {
  const known = Object.entries(asRecord(value)).filter(
    ([code, level]) => Object.hasOwn(rules, code) && levels.includes(level),
  );
  return Object.fromEntries(known);
}

/** A list of globs; or, as VS Code's own `files.exclude` has them, an object whose keys count where they are true. */
function readGlobs(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((glob) => typeof glob === 'string');
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
}

/** An episode's number, or `everything`. */
function readHorizon(value: unknown): Horizon | undefined {
  const episode = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof episode === 'number' && Number.isInteger(episode) && episode >= 0 ? { episode } : undefined;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
