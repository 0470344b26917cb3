import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STUDY_FILES, STUDY_FIRST, STUDY_FOLDER, STUDY_PAYOFF } from '../../client/commands/study-files.ts';
import { versions } from '../../scripts/lib/install.mjs';
import { allTexts, textsIn } from '../../scripts/lib/texts.mjs';
import { tokenModifiers, tokenTypes } from '../../server/core/query/answers.ts';
import { limits } from '../../server/core/rules/limits.ts';
import { rules } from '../../server/core/rules/table.ts';
import { defaultSettings } from '../../server/lsp/settings.ts';
import { goToCommand, showPlacesCommand } from '../../server/protocol/client.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(text('package.json'));
const { contributes } = manifest;
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((it) => it.id).sort();

/** The sources of the client by their paths. */
const sources = new Map(
  readdirSync(new URL('client', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`client/${name}`, text(`client/${name}`)]),
);
const client = [...sources.values()].join('\n');

describe('package.json', () => {
  test('every file that it names is there', () => {
    const named = JSON.stringify([contributes, manifest.icon]).matchAll(
      /"((?:\.\/)?(?:syntaxes|media|schemas|snippets)\/[^"]+)"/g,
    );
    const missing = [...named].map(([, path]) => path!).filter((path) => !existsSync(new URL(path, root)));
    expect(missing).toEqual([]);
  });

  test('the oldest VS Code that it names is one that tests run in', () => {
    const [major, minor] = versions.oldest.vscode.split('.');
    expect(manifest.engines.vscode).toBe(`^${major}.${minor}.0`);
    expect(manifest.devDependencies['@types/vscode']).toBe(`${major}.${minor}.0`);
  });

  test('every text is in package.nls.json, and nothing else is', () => {
    const used = [...new Set([...text('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();
    expect(Object.keys(JSON.parse(text('package.nls.json'))).sort()).toEqual(used);
  });

  test('the semantic tokens are those that the server sends, each with a scope', () => {
    expect(ids(contributes.semanticTokenTypes)).toEqual([...tokenTypes].sort());
    expect(ids(contributes.semanticTokenModifiers)).toEqual([...tokenModifiers].sort());
    expect(Object.keys(contributes.semanticTokenScopes[0].scopes).sort()).toEqual([...tokenTypes].sort());
  });

  test('chekhov.rules has each rule with its default', () => {
    const { properties } = contributes.configuration.properties['chekhov.rules'];
    const defaults = Object.entries<{ default: string }>(properties).map(([code, rule]) => [code, rule.default]);
    expect(Object.fromEntries(defaults), 'a rule is also declared in package.json and package.nls.json').toEqual(rules);
  });

  test('each command is registered, and none is in the palette that cannot run from there', () => {
    const declared: string[] = contributes.commands.map((it: { command: string }) => it.command);
    const called = [goToCommand, showPlacesCommand];
    const registered = declared.filter((command) => called.includes(command) || client.includes(`'${command}'`));
    expect(registered).toEqual(declared);
    for (const command of called) expect(contributes.menus.commandPalette).toContainEqual({ command, when: 'false' });
  });

  test('a command is in the palette where it can run', () => {
    const anywhere = ['getStarted', 'openStudy', 'newScript', 'newStudy'].map((name) => `chekhov.${name}`);
    const whens = new Map<string, string>();
    for (const { command, when } of contributes.menus.commandPalette) {
      expect(whens.has(command), `${command} stands there once`).toBe(false);
      whens.set(command, when);
    }
    const loose = contributes.commands
      .map(({ command }: { command: string }) => command)
      .filter((command: string) => !anywhere.includes(command))
      .filter((command: string) => {
        const { enablement = '' } = contributes.commands.find((it: { command: string }) => it.command === command);
        return !/^false$|chekhov\.|editorLangId == fountain/.test(`${whens.get(command) ?? ''}${enablement}`);
      });
    expect(loose).toEqual([]);
    for (const command of anywhere) expect(whens.has(command), command).toBe(false);
  });

  test('the lenses and hints that are shown by default are those of the server', () => {
    for (const group of ['codeLens', 'inlayHints'] as const) {
      const declared = Object.entries<{ default: boolean }>(contributes.configuration.properties)
        .filter(([name]) => name.startsWith(`chekhov.${group}.`))
        .map(([name, setting]) => [name.split('.').at(-1), setting.default]);
      expect(Object.fromEntries(declared)).toEqual(defaultSettings[group]);
    }
  });

  test('each limit of a rule is a setting of a folder, with the same bounds', () => {
    for (const [name, limit] of Object.entries(limits)) {
      expect(contributes.configuration.properties[`chekhov.limits.${name}`], name).toMatchObject({
        type: limit.whole ? 'integer' : 'number',
        scope: 'resource',
        default: limit.default,
        minimum: limit.minimum,
        maximum: limit.maximum,
      });
    }
    const declared = Object.keys(contributes.configuration.properties).filter((name) =>
      /^chekhov\.limits\./.test(name),
    );
    expect(declared.map((name) => name.slice('chekhov.limits.'.length)).sort()).toEqual(Object.keys(limits).sort());
  });

  const settings = Object.entries<Record<string, unknown>>(contributes.configuration.properties);

  test.each(settings)('%s has a scope, a default, a description and its place among the settings', (_, setting) => {
    expect(Object.keys(setting)).toEqual(expect.arrayContaining(['scope', 'default', 'markdownDescription', 'order']));
    const { enum: values, enumDescriptions, markdownEnumDescriptions } = setting as Record<string, unknown[]>;
    if (values)
      expect(enumDescriptions ?? markdownEnumDescriptions, 'a description of each value').toHaveLength(values.length);
  });

  test('no two settings have the same place', () => {
    const orders = settings.map(([, { order }]) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  test('each key does one thing, in stories alone, and is in docs/moving.md or docs/writing.md', () => {
    const keys: { command: string; key: string; mac: string; when: string }[] = contributes.keybindings;
    const own = keys.filter(({ key }) => /^ctrl\+'|f8$/.test(key));
    expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    for (const { key, mac, when } of own) {
      expect(mac).toBe(key.replace(/^ctrl/, 'cmd'));
      expect(when).toMatch(/chekhov\.inStory/);
    }
    const table = `${text('docs/moving.md')}${text('docs/writing.md')}`.toLowerCase();
    const missing = own.filter(({ key }) => !table.includes(`\`${key}\``));
    expect(missing).toEqual([]);
  });

  test('nothing wakes the extension at every start', () => {
    expect(manifest.activationEvents).not.toContain('*');
    expect(manifest.activationEvents).not.toContain('onStartupFinished');
  });

  test('the client knows a story by the pattern that wakes the extension', () => {
    const pattern = /STORY_FILES = '(.+)'/.exec(client)?.[1];
    expect(manifest.activationEvents).toContain(`workspaceContains:${pattern}`);
  });
});

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

describe('the walkthrough', () => {
  const texts = JSON.parse(text('package.nls.json')) as Record<string, string>;
  const said = (key: string): string => texts[key.replaceAll('%', '')] ?? '';
  const declared: string[] = contributes.commands.map((it: { command: string }) => it.command);
  const views: string[] = Object.values<{ id: string }[]>(contributes.views).flatMap((list) =>
    list.map(({ id }) => id),
  );
  const [{ steps }] = contributes.walkthroughs;

  test('has no more steps than one takes', () => {
    expect(steps.length).toBeLessThanOrEqual(6);
  });

  test.each<[string, Step]>(steps.map((step: Step) => [step.id, step]))(
    'the step %s has words, a picture with words for it, a command that there is, and an end',
    (_, { title, description, media, completionEvents }) => {
      for (const key of [title, description, media.altText]) expect(said(key), key).not.toBe('');
      // VS Code shows nothing of what stands between such marks here.
      for (const file of readdirSync(root).filter((name) => name.startsWith('package.nls.')))
        expect(JSON.parse(text(file))[description.replaceAll('%', '')], file).not.toMatch(/\[\[|`/);
      expect(existsSync(new URL(media.image, root))).toBe(true);
      const called = [...said(description).matchAll(/command:(?:toSide:)?([\w.]+)/g)].map(([, command]) => command!);
      expect(called).toHaveLength(1);
      const known = [...declared, ...views.map((view) => `${view}.focus`)];
      expect(known).toEqual(expect.arrayContaining(called));
      expect(completionEvents.length).toBeGreaterThan(0);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(/:(.*)/);
        if (kind === 'onCommand') expect(declared).toContain(what);
        else if (kind === 'onView') expect(views).toContain(what);
        else if (kind === 'onSettingChanged') expect(contributes.configuration.properties).toHaveProperty([what]);
        else expect(what).toMatch(/^chekhov\.(did\.(hover|setup|annotate)$|state\b)/);
      }
    },
  );

  test('takes little room in the package', () => {
    const sizes = steps.map((step: Step) => readFileSync(new URL(step.media.image, root)).length);
    expect(sizes.reduce((sum: number, size: number) => sum + size, 0)).toBeLessThan(70_000);
  });

  test('points at a payoff that stands once in the study', () => {
    expect(text(`${STUDY_FOLDER}/${STUDY_PAYOFF.file}`).split(STUDY_PAYOFF.text)).toHaveLength(2);
  });
});

describe('texts', () => {
  test('every text of the client and the server is in the bundle, and nothing else is', () => {
    expect(Object.keys(JSON.parse(text('l10n/bundle.l10n.json'))), 'npm run texts writes it').toEqual(allTexts());
  });

  test('a text that is put together cannot be translated, and is refused', () => {
    expect(textsIn("t('a ’b’', x) + t(\n  'c')", /\bt\(/g)).toEqual(['a ’b’', 'c']);
    expect(() => textsIn('t(`a b`)', /\bt\(/g)).toThrow();
    expect(() => textsIn('t(text)', /\bt\(/g)).toThrow();
  });
});

describe('the client', () => {
  test('imports no analysis: of the server, its protocol alone', () => {
    const imported = [...sources].flatMap(([name, source]) =>
      [...source.matchAll(/ from '(\.[^']+)'/g)].map(([, path]) => new URL(path!, new URL(name, root)).href),
    );
    const outside = imported.filter((href) => !href.startsWith(new URL('client/', root).href));
    const protocol = new URL('server/protocol/', root).href;
    expect(outside.length).toBeGreaterThan(20);
    expect(outside.filter((href) => !href.startsWith(protocol))).toEqual([]);
  });

  test('takes the names of LSP from the language client alone', () => {
    expect(client).not.toMatch(/from 'vscode-languageserver/);
  });

  test('loads the language client when there is a story, not before', () => {
    expect(client).not.toMatch(/^import (?!type\b).*from 'vscode-languageclient/m);
  });

  test('the built-in study is copied whole', () => {
    expect([...STUDY_FILES].sort(), 'client/commands/study-files.ts lists the files').toEqual(
      readdirSync(new URL(STUDY_FOLDER, root)).sort(),
    );
    expect(STUDY_FILES).toContain(STUDY_FIRST);
  });
});
