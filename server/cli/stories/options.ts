import { type Command, InvalidArgumentError } from 'commander';
import { type LimitName, limitProblem, limits } from '../../core/rules/limits.ts';
import { rules } from '../../core/rules/table.ts';
import { isLimit, levels } from '../../lsp/settings.ts';

/** What the command line says of settings: it goes before the settings file. */
export interface StoryOptions {
  readonly stdinName?: string;
  /** `false` where no settings file is to be read. */
  readonly settings?: boolean;
  readonly horizon?: string;
  readonly ignore?: readonly string[];
  readonly rule?: Readonly<Record<string, string>>;
  readonly limit?: Readonly<Record<string, number>>;
}

/** Adds the options that say how stories are read. */
export function addStoryOptions(command: Command): Command {
  return command
    .option('--stdin-name <name>', 'the file that what is read from “-” counts as: its kind, its season')
    .option('--horizon <episode>', 'show nothing that is told after this episode, or “everything”', parseHorizon)
    .option('--no-settings', 'leave .vscode/settings.json unread');
}

/** Adds the options that say which files of a folder count, and how rules are set. */
export function addCheckOptions(command: Command): Command {
  return command
    .option('--ignore <glob>', 'leave out files and folders that fit; may be given again', collect)
    .option('--rule <code=level>', `how loud a rule is: ${levels.join(', ')}; may be given again`, parseRule)
    .option('--limit <name=number>', 'a number in a rule, such as rushedPages=5; may be given again', parseLimit);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function parseHorizon(value: string): string {
  if (!/^\s*(everything|\d+)\s*$/.test(value))
    throw new InvalidArgumentError('It should be the number of an episode, or everything.');
  return value;
}

function parseRule(value: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [code, level] = split(value);
  if (!Object.hasOwn(rules, code))
    throw new InvalidArgumentError(`There is no rule “${code}”. The rules are: ${Object.keys(rules).join(', ')}.`);
  if (!levels.includes(level)) throw new InvalidArgumentError(`The level should be ${levels.join(', ')}.`);
  return { ...before, [code]: level };
}

function parseLimit(value: string, before: Readonly<Record<string, number>> = {}): Partial<Record<LimitName, number>> {
  const [name, number] = split(value);
  if (!isLimit(name))
    throw new InvalidArgumentError(`There is no limit “${name}”. The limits are: ${Object.keys(limits).join(', ')}.`);
  const problem = limitProblem(name, number.trim() === '' ? undefined : Number(number));
  if (problem !== undefined) throw new InvalidArgumentError(`${name} should be ${problem}.`);
  return { ...before, [name]: Number(number) };
}

function split(value: string): [string, string] {
  const equals = value.indexOf('=');
  return equals < 0 ? [value, ''] : [value.slice(0, equals), value.slice(equals + 1)];
}
