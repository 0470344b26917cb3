// The texts that the code says to people, as its sources have them: each is the key of its translations in l10n/.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * How each side asks for its texts: the client VS Code, the server the library that VS Code made for servers. `besides` is what
 * it says that no call has in it.
 */
const sides = [
  { folder: 'client', call: /\bl10n\.t\(/g },
  { folder: 'server', call: /(?<![.\w])t\(/g, besides: schemaTexts },
];

/**
 * @param {string} source @param {RegExp} call
 * @returns {string[]} what is said, English; throws where a call has no literal text, which nobody could translate
 */
export function textsIn(source, call) {
  return [...source.matchAll(call)].map((match) => {
    const rest = source.slice(match.index + match[0].length);
    const literal = /^\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/.exec(rest);
    if (!literal) throw new Error(`a text must be written where it is asked for: ${match[0]}${rest.slice(0, 60)}`);
    return (literal[1] ?? literal[2] ?? '').replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char));
  });
}

/**
 * What the schema of study files says that the server shows: of each key what it is for, and of each word what it means. What
 * it says of entries as such, of files and of kinds of values is for editors of YAML alone.
 * @returns {string[]}
 */
export function schemaTexts() {
  const schema = JSON.parse(readFileSync(path.join(root, 'server/core/study/study.schema.json'), 'utf8'));
  /** @type {(rule: any) => string[]} */
  const ofKey = ({ $ref, description }) =>
    description ? [description] : $ref ? ofKey(schema.$defs[$ref.slice('#/$defs/'.length)]) : [];
  /** @type {(part: any) => string[]} */
  const within = (part) => {
    if (typeof part !== 'object' || part === null) return [];
    const keys = Object.values(part.type === 'object' ? (part.properties ?? {}) : {});
    return [...keys.flatMap(ofKey), ...(part.enumDescriptions ?? []), ...Object.values(part).flatMap(within)];
  };
  return [...new Set(within(schema))].sort();
}

/** All texts of the client and the server, each once, sorted. @returns {string[]} */
export function allTexts() {
  const texts = sides.flatMap(({ folder, call, besides = () => [] }) => [
    ...readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => textsIn(readFileSync(path.join(root, folder, name), 'utf8'), call)),
    ...besides(),
  ]);
  return [...new Set(texts)].sort();
}
