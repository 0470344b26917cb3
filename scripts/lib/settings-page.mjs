// The table of settings in docs/settings.md, made from package.json and its texts.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ order: number, scope: string, type: string, default: unknown, enum?: unknown[], minimum?: number, maximum?: number, markdownDescription: string }} Setting */

const between = /(?<=<!-- settings -->\n)[\s\S]*?(?=<!-- end -->)/;

/** The page with its table made anew. @param {string} page @param {string} root of the repository */
export function withSettings(page, root) {
  if (!between.test(page)) throw new Error('docs/settings.md has no place for its table.');
  return page.replace(between, () => `\n${settingsTable(root)}\n\n`);
}

/** @param {string} root */
function settingsTable(root) {
  /** @param {string} name */
  const read = (name) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
  const texts = read('package.nls.json');
  /** @type {[string, Setting][]} */
  const settings = Object.entries(read('package.json').contributes.configuration.properties);
  const rows = settings
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([name, setting]) => {
      const said = setting.markdownDescription.replace(/%([^%]+)%/g, (_, key) => texts[key]);
      return [`\`${name}\``, valuesOf(setting), `\`${JSON.stringify(setting.default)}\``, scopeOf(setting), said];
    });
  const head = ['Setting', 'Values', 'Default', 'For', 'What it does'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** @param {Setting} setting */
function valuesOf({ type, enum: values, minimum, maximum }) {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  const names = { integer: 'a whole number', number: 'a number', boolean: '`true`, `false`', string: 'a text' };
  const bounds = minimum !== undefined && maximum !== undefined ? ` from ${minimum} to ${maximum}` : '';
  return `${names[/** @type {keyof typeof names} */ (type)] ?? `an ${type}`}${bounds}`;
}

/** @param {Setting} setting */
const scopeOf = ({ scope }) =>
  scope === 'resource' ? 'each folder' : scope === 'language-overridable' ? 'each language' : 'the window';

/** @param {string} text */
const cell = (text) => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
