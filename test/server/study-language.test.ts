import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  type Location,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { cake } from '../core/study-language/ask.ts';
import { Editor, everything, until } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = 'Episode: 1\n\nINT. FLAT - DAY\n\nPete waves it away. [[setup: soy-allergy event=party]]\n';
const treatment = '# Episode 2\n\n## Act One\n\nHe eats. [[payoff: soy-allergy]] [[knows: baby-swap who=peter]]\n';

const withSnippets = { completionItem: { snippetSupport: true, documentationFormat: ['markdown' as const] } };
const withLiterals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
const capabilities = {
  ...everything,
  workspace: { ...everything.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...everything.textDocument,
    rename: { prepareSupport: true },
    completion: withSnippets,
    codeAction: withLiterals,
  },
};

let folder: Folder;
let editor: Editor;
let study: string;

/** Line and character within the n-th place where a text stands in the study. */
const spot = (text: string, nth = 1): [number, number] => {
  let at = -1;
  for (let i = 0; i < nth; i++) at = cake.indexOf(text, at + 1);
  const before = cake.slice(0, at + 1).split('\n');
  return [before.length - 1, before.at(-1)!.length];
};
const lineIn = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length - 1;

beforeEach(async () => {
  folder = new Folder({ 'a.study.yaml': cake, 'e1.fountain': script, 'e2.treatment.md': treatment });
  study = folder.file('a.study.yaml');
  editor = await Editor.start({ folders: [folder], capabilities });
});
/** The same folder, for another editor. */
async function restart(able: typeof capabilities): Promise<void> {
  await editor.stop();
  editor = await Editor.start({ folders: [folder], capabilities: able });
}

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe.each([{ open: true }, { open: false }])('a study file, %o', ({ open }) => {
  beforeEach(async () => {
    if (open) await editor.open(study, cake);
  });

  it('shows the card of an id, and what a key is for', async () => {
    const card = await editor.at<Hover>('textDocument/hover', study, ...spot('soy-allergy', 2));
    expect(card.contents).toMatchObject({ value: expect.stringContaining('Planted in plain sight') });
    expect(card.range?.start.line).toBe(spot('soy-allergy', 2)[0]);
    const key = await editor.at<Hover>('textDocument/hover', study, ...spot('evidence_for'));
    expect(key.contents).toMatchObject({ value: expect.stringContaining('The facts that it is evidence for') });
  });

  it('leads from a reference to its entry, and from an entry to the texts', async () => {
    const entry = await editor.at<Location[]>('textDocument/definition', study, ...spot('soy-allergy', 2));
    expect(entry).toMatchObject([{ uri: study, range: { start: { line: lineIn(cake, '- id: soy-allergy') } } }]);
    const texts = await editor.at<Location[]>('textDocument/definition', study, ...spot('soy-allergy'));
    expect(texts.map(({ uri }) => uri)).toEqual([folder.file('e1.fountain'), folder.file('e2.treatment.md')]);
  });

  it('finds all that refers to an entry', async () => {
    const context = { includeDeclaration: true };
    const all = await editor.at<Location[]>('textDocument/references', study, ...spot('soy-allergy'), { context });
    expect(all.map(({ uri, range }) => [uri, range.start.line])).toEqual([
      [study, lineIn(cake, '- id: soy-allergy')],
      [study, lineIn(cake, 'evidence: [soy-allergy]')],
      [study, lineIn(cake, 'on: thread:soy-allergy')],
      [study, lineIn(cake, 'on: soy-allergy')],
      [folder.file('e1.fountain'), 4],
      [folder.file('e2.treatment.md'), 4],
    ]);
    const people = await editor.at<Location[]>('textDocument/references', study, ...spot('peter\n'), { context });
    expect(people).toContainEqual({
      uri: folder.file('e1.fountain'),
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } },
    });
  });

  it('has symbols and links', async () => {
    const symbols = await editor.about<DocumentSymbol[]>('textDocument/documentSymbol', study);
    const threads = symbols.find(({ name }) => name === 'threads');
    expect(threads?.children).toMatchObject([{ name: 'soy-allergy', detail: "Peter's soy allergy" }]);
    const links = await editor.about<DocumentLink[]>('textDocument/documentLink', study);
    expect(links.map(({ target }) => target)).toEqual(['https://example.org/a']);
  });
});

describe('a text', () => {
  it('finds what refers to it in the study too', async () => {
    const context = { includeDeclaration: true };
    const all = await editor.at<Location[]>('textDocument/references', folder.file('e1.fountain'), 4, 33, { context });
    const lines = all.filter(({ uri }) => uri === study).map(({ range }) => range.start.line);
    expect(lines).toEqual([
      lineIn(cake, '- id: soy-allergy'),
      lineIn(cake, '- text: He waves'),
      lineIn(cake, 'evidence: [soy-allergy]'),
      lineIn(cake, 'on: thread:soy-allergy'),
      lineIn(cake, 'on: soy-allergy'),
    ]);
  });

  it('is completed within its annotations, and nowhere else', async () => {
    const uri = folder.file('e3.fountain');
    await editor.open(uri, 'Episode: 3\n\nINT. A - DAY\n\nA cake. [[payoff: soy-al\n');
    const { items } = await editor.at<CompletionList>('textDocument/completion', uri, 4, 24);
    expect(items[0]).toMatchObject({
      label: 'soy-allergy',
      textEdit: { range: { start: { line: 4, character: 18 }, end: { line: 4, character: 24 } } },
    });
    const resolved = await editor.request<CompletionItem>('completionItem/resolve', items[0]);
    expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('Planted in plain sight') });
    const none = await editor.at<CompletionList>('textDocument/completion', uri, 4, 7);
    expect(none.items).toEqual([]);
  });
});

describe('rename', () => {
  const e1 = () => folder.file('e1.fountain');
  const changes = (edit: WorkspaceEdit) =>
    (edit.documentChanges ?? []).map((change) =>
      'edits' in change ? [change.textDocument.uri, change.textDocument.version, change.edits.length] : [],
    );

  it('changes the study and all texts, open or not, from either', async () => {
    await editor.open(e1(), script);
    const expected = [
      [study, null, 4],
      [e1(), 1, 1],
      [folder.file('e2.treatment.md'), null, 1],
    ];
    const newName = 'nut-allergy';
    const fromText = await editor.at<WorkspaceEdit>('textDocument/rename', e1(), 4, 33, { newName });
    expect(changes(fromText)).toEqual(expected);
    const fromStudy = await editor.at<WorkspaceEdit>('textDocument/rename', study, ...spot('soy-allergy'), { newName });
    expect(changes(fromStudy)).toEqual(expected);
  });

  it('says first what it would change', async () => {
    expect(editor.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const found = await editor.at<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      study,
      ...spot('thread:soy'),
    );
    expect(found).toMatchObject({
      placeholder: 'soy-allergy',
      range: { start: { character: spot('thread:soy')[1] + 6 } },
    });
    expect(await editor.at('textDocument/prepareRename', study, ...spot('Planted'))).toBeNull();
  });

  it('is refused in words that can be shown', async () => {
    const refused = (name: string) =>
      editor
        .at('textDocument/rename', study, ...spot('soy-allergy'), { newName: name })
        .catch((error) => error.message);
    expect(await refused('a b')).toContain('Write “a-b”');
    await editor.open(study, cake);
    await editor.change(study, { text: `${cake}facts: [` });
    expect(await refused('x')).toBe('The study is broken: mend what is wrong in it first.');
  });

  it('counts what was typed just now', async () => {
    await editor.open(study, cake);
    await editor.change(study, { text: `# A line.\n${cake}`.replace('soy-allergy', 'nut-allergy') });
    const at = { line: spot('soy-allergy')[0] + 1, character: spot('soy-allergy')[1] };
    const params = { textDocument: { uri: study }, position: at, newName: 'allergy' };
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', params);
    expect(changes(edit)).toEqual([[study, 2, 1]]);
    expect(edit.documentChanges?.[0]).toMatchObject({ edits: [{ range: { start: { line: at.line } } }] });
  });
});

describe('completion', () => {
  const offered = async (text: string) => {
    await editor.open(study, cake);
    await editor.change(study, { text: cake + text });
    const lines = (cake + text).split('\n');
    const at = [lines.length - 1, lines.at(-1)!.length] as const;
    const { items } = await editor.at<CompletionList>('textDocument/completion', study, ...at);
    return { items, at: { line: at[0], character: at[1] } };
  };

  it('offers keys with what they are for, while the file is broken', async () => {
    const { items, at } = await offered('disputes:\n  - id: d\n    cla');
    const claims = items.find(({ label }) => label === 'claims');
    const start = { line: at.line, character: at.character - 3 };
    expect(claims).toMatchObject({
      textEdit: { range: { start, end: at }, newText: 'claims:\n  - text: $0' },
      insertTextFormat: 2,
      documentation: { kind: 'markdown', value: 'The accounts.' },
    });
  });

  it('offers a whole entry to fill in, which is found by its name and by that of old', async () => {
    const { items, at } = await offered('turns:\n  - stu');
    expect(items[0]).toMatchObject({
      label: 'New turn',
      kind: CompletionItemKind.Snippet,
      filterText: 'New turn study-turn',
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range: { start: { line: at.line, character: 4 }, end: at } },
      documentation: { value: 'Turning points.' },
    });
    expect((items[0]!.textEdit as TextEdit).newText).toMatch(/^id: \$\{1:turn\}\n {2}kind: \$\{2\|inciting,/);
  });

  it('offers ids, whose cards are made when one looks at them', async () => {
    const { items } = await offered('turns:\n  - id: t\n    kind: midpoint\n    event: pa');
    expect(items).toMatchObject([{ label: 'party', detail: 'Peter waves the cake away.' }]);
    const resolved = await editor.request<CompletionItem>('completionItem/resolve', items[0]);
    expect(resolved.documentation).toMatchObject({ value: expect.stringContaining('Peter waves the cake away') });
    const { data: _, ...without } = items[0]!;
    expect(await editor.request('completionItem/resolve', { ...without, data: { uri: 3 } })).toMatchObject(without);
  });

  it('says beside a kind what it is for, and goes on to its ids, where the client can do so', async () => {
    const kind = async (written: string) => {
      const uri = folder.file('e1.fountain');
      await editor.open(uri, `INT. HALL - DAY\n\n${written}`);
      const { items } = await editor.at<CompletionList>('textDocument/completion', uri, 2, written.length);
      return (label: string) => items.find((item) => item.label === label);
    };
    const plain = (await kind('[[pa'))('payoff');
    expect(plain).not.toHaveProperty('command');
    expect(plain).not.toHaveProperty('labelDetails');
    await editor.stop();
    const completion = { completionItem: { ...withSnippets.completionItem, labelDetailsSupport: true } };
    editor = await Editor.start({
      folders: [folder],
      capabilities: { ...capabilities, textDocument: { ...capabilities.textDocument, completion } },
      initializationOptions: { suggestCommand: 'suggest' },
    });
    const offered = await kind('[[');
    const command = { title: '', command: 'suggest' };
    const description = 'Fires a thread that was set up.';
    expect(offered('payoff')).toMatchObject({ command, labelDetails: { description } });
    expect(offered('craft')).not.toHaveProperty('command');
    const keys = await kind('[[reveal: x t');
    expect(keys('to')).toMatchObject({ command });
    expect(keys('via')).not.toHaveProperty('command');
  });

  it('is there for a study that has never been whole', async () => {
    const uri = folder.file('b/new.study.yaml');
    await editor.open(uri, 'study: 1\ntitle: [\nthreads:\n  - ');
    const { items } = await editor.at<CompletionList>('textDocument/completion', uri, 3, 4);
    expect(items.map(({ label }) => label)).toContain('title');
  });
});

describe('a name in a cue', () => {
  const play = 'Episode: 3\n\nINT. A - DAY\n\nZoe enters.\n\nZOE\nYes.\n';
  const uriOf = () => folder.file('e3.fountain');

  it('is renamed in cues, and elsewhere where the user says so', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await restart({ ...capabilities, workspace: { ...capabilities.workspace, workspaceEdit } });
    await editor.open(uriOf(), play);
    expect(await editor.at('textDocument/prepareRename', uriOf(), 6, 1)).toEqual({
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } },
      placeholder: 'ZOE',
    });
    const edit = await editor.at<WorkspaceEdit>('textDocument/rename', uriOf(), 6, 1, { newName: 'Chloe' });
    expect(edit).toMatchObject({
      documentChanges: [
        {
          textDocument: { uri: uriOf(), version: 1 },
          edits: [{ newText: 'CHLOE' }, { newText: 'Chloe', annotationId: 'asked' }],
        },
      ],
      changeAnnotations: { asked: { needsConfirmation: true } },
    });
  });

  it('is renamed in cues alone where the client cannot ask', async () => {
    await editor.open(uriOf(), play);
    const edit = await editor.at<WorkspaceEdit>('textDocument/rename', uriOf(), 6, 1, { newName: 'Chloe' });
    expect(edit.documentChanges).toMatchObject([{ edits: [{ newText: 'CHLOE' }] }]);
    expect(edit).not.toHaveProperty('changeAnnotations');
  });

  it('is not made that of somebody else', async () => {
    await editor.open(uriOf(), play);
    const asked = editor.at('textDocument/rename', uriOf(), 6, 1, { newName: 'Peter' });
    await expect(asked).rejects.toThrow(/“Peter” already means/);
  });
});

describe('quick fixes', () => {
  const actions = async (uri: string, code: string) => {
    const { items } = await editor.about<{ items: Diagnostic[] }>('textDocument/diagnostic', uri);
    const found = items.find((one) => one.code === code)!;
    const { data: _, ...bare } = found;
    const ask = (diagnostic: Diagnostic) =>
      editor.about<CodeAction[]>('textDocument/codeAction', uri, {
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
    const all = await ask(found);
    // A client need not keep the data of a diagnostic.
    expect((await ask(bare)).map(({ title }) => title)).toEqual(all.map(({ title }) => title));
    return all;
  };

  it('of a study change the study', async () => {
    await editor.open(study, cake.replace('evidence: [soy-allergy]', 'evidence: [nut-box]'));
    const [declare] = await actions(study, 'study.unresolved');
    expect(declare).toMatchObject({
      title: 'Add the thread “nut-box”',
      kind: 'quickfix',
      diagnostics: [{ code: 'study.unresolved' }],
      edit: {
        documentChanges: [{ textDocument: { uri: study, version: 1 }, edits: [{ newText: expect.any(String) }] }],
      },
    });
  });

  it('of a text change the text or its study', async () => {
    const uri = folder.file('e3.fountain');
    await editor.open(uri, 'Episode: 3\n\nINT. A - DAY\n\nA gun. [[setup: gun]]\n');
    const all = await actions(uri, 'thread.unknown');
    const changed = all.map(({ title, edit }) => [
      title,
      edit?.documentChanges?.map((one) => 'edits' in one && one.textDocument),
    ]);
    expect(changed).toEqual([
      ['Add the thread “gun” to the study', [{ uri: study, version: null }]],
      ['Ignore thread.unknown here', [{ uri, version: 1 }]],
    ]);
  });

  it('of a text that change its study wait to be confirmed, where the client can ask', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    await restart({ ...capabilities, workspace: { ...capabilities.workspace, workspaceEdit } });
    const uri = folder.file('e3.fountain');
    await editor.open(uri, 'Episode: 3\n\nINT. A - DAY\n\nA gun. [[setup: gun]]\n');
    const [declare, ignore] = await actions(uri, 'thread.unknown');
    expect(Object.values(declare!.edit!.changeAnnotations!)).toEqual([
      { label: 'Add the thread “gun” to the study', needsConfirmation: true },
    ]);
    expect(ignore!.edit).not.toHaveProperty('changeAnnotations');
  });

  const twoScenes = '# Episode 3\n\n## Act One\n\n### Dawn\n\nShe rises.\n\n### Dusk\n\nIt fires. [[payoff: gun]]\n';

  it('reach into another scene', async () => {
    const uri = folder.file('e3.treatment.md');
    await editor.open(uri, twoScenes);
    const plant = (await actions(uri, 'payoff.unplanted')).filter(({ title }) => title.startsWith('Plant it'));
    expect(plant.map(({ title }) => title)).toEqual([
      'Plant it in the scene before (Episode 3, Dawn)',
      'Plant it in the first scene (Episode 1, INT. FLAT - DAY)',
    ]);
    expect(plant[0]!.edit!.documentChanges).toEqual([
      {
        textDocument: { uri, version: 1 },
        edits: [
          {
            range: { start: { line: 4, character: 8 }, end: { line: 4, character: 8 } },
            newText: '\n\n[[setup: gun]]',
          },
        ],
      },
    ]);
  });

  it('are made when they are chosen, and not where the text has changed meanwhile', async () => {
    const codeAction = { ...withLiterals, dataSupport: true, resolveSupport: { properties: ['edit'] } };
    await restart({ ...capabilities, textDocument: { ...capabilities.textDocument, codeAction } });
    const uri = folder.file('e3.treatment.md');
    await editor.open(uri, twoScenes);
    const [, inFirst] = (await actions(uri, 'payoff.unplanted')).filter(({ title }) => title.startsWith('Plant it'));
    expect(inFirst).not.toHaveProperty('edit');
    const resolve = () => editor.request<CodeAction>('codeAction/resolve', inFirst);
    expect((await resolve()).edit).toMatchObject({
      documentChanges: [{ textDocument: { uri: folder.file('e1.fountain'), version: null }, edits: [{}] }],
    });
    await editor.open(folder.file('e1.fountain'), `${script}\nMore.\n`);
    expect(await resolve()).not.toHaveProperty('edit');
    for (const data of [null, 3, {}, { uri: 'file:///none', item: 0, note: 'x', from: uri, version: null }])
      expect(await editor.request<CodeAction>('codeAction/resolve', { ...inFirst, data })).not.toHaveProperty('edit');
  });
});

describe('other actions', () => {
  const ask = (uri: string, line: number, character: number, only?: string[]) =>
    editor.about<CodeAction[]>('textDocument/codeAction', uri, {
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  it('annotate a mention', async () => {
    const uri = folder.file('e3.fountain');
    await editor.open(study, cake.replace('    kind: trait\n', '    kind: trait\n    cues: [EpiPen]\n'));
    await editor.open(uri, 'Episode: 3\n\nINT. A - DAY\n\nThe EpiPen again.\n');
    // A study is read when the writer rests.
    const found = await until(
      () => ask(uri, 4, 5),
      (actions) => actions.length > 0,
    );
    expect(found).toMatchObject([{ kind: 'refactor.rewrite', title: expect.stringMatching(/^Annotate as /) }]);
    expect(await ask(uri, 4, 0, ['refactor'])).toEqual([]);
    expect(await ask(uri, 4, 5, ['quickfix'])).toEqual([]);
  });

  it('mend all that is a slip, and nothing else', async () => {
    const uri = folder.file('e3.fountain');
    await editor.open(
      uri,
      'Episode: 3\n\nINT. A - DAY\n\n[[setpu: soy-allergy]] [[setup: gun]]\n\n[[payof: soy-allergy]]\n',
    );
    for (const only of [['source.fixAll'], ['source'], [''], ['source.fixAll.chekhov']]) {
      const [all, ...more] = await ask(uri, 0, 0, only);
      expect(more).toEqual([]);
      const change = all!.edit!.documentChanges![0] as { edits: { newText: string }[] };
      expect(change.edits.map(({ newText }) => newText)).toEqual(['setup', 'payoff']);
    }
    expect(await ask(uri, 0, 0)).toEqual([]);
    expect(await ask(uri, 0, 0, ['source.organizeImports'])).toEqual([]);
    expect(await ask(uri, 0, 0, ['sour'])).toEqual([]);
  });
});
