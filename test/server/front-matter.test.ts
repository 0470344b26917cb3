import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionList } from 'vscode-languageserver';
import { Editor, everything } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const script = 'Title: Low Water\nEpisode: 1\n\nINT. FLAT - NIGHT\n\nIt rains.\n';
const study = 'study: 1\ntitle: Low Water\nfiles: ["*.fountain", "story-*.md"]\n';

let folder: Folder;
let editor: Editor;

/** What is offered at the end of a text that is open under a name. */
async function at(file: string, text: string, languageId = 'markdown') {
  const uri = file.includes(':') ? file : folder.file(file);
  await editor.open(uri, text, languageId);
  const lines = text.split(/\r?\n/);
  return editor.at<CompletionList>('textDocument/completion', uri, lines.length - 1, lines.at(-1)!.length);
}
const labels = ({ items }: CompletionList) => items.map(({ label }) => label);

afterEach(async () => {
  await editor.stop();
  folder.remove();
});

describe('completion in the front matter of a treatment', () => {
  async function start() {
    folder = new Folder({ 'e1.fountain': script, 'a.study.yaml': study });
    const capabilities = {
      ...everything,
      textDocument: {
        ...everything.textDocument,
        completion: { completionItem: { documentationFormat: ['markdown' as const] } },
      },
    };
    const initializationOptions = { suggestCommand: 'editor.action.triggerSuggest' };
    editor = await Editor.start({ folders: [folder], capabilities, initializationOptions });
    // Which Markdown is a treatment is known when the study is read.
    await editor.request('workspace/symbol', { query: '' });
  }

  it('offers keys with an edit, what they are for, and the list of what follows', async () => {
    await start();
    const { isIncomplete, items } = await at('e1.treatment.md', '---\r\nTi');
    expect(isIncomplete).toBe(true);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };
    expect(items[0]).toMatchObject({
      label: 'Title',
      filterText: 'Title',
      textEdit: { range, newText: 'Title: ' },
      documentation: { value: 'The title. In a season, that of the series.' },
      command: { command: 'editor.action.triggerSuggest' },
    });
  });

  it('offers the studies from the folder up and those that are built in, and what the season says', async () => {
    await start();
    expect(labels(await at('e2.treatment.md', '---\nEpisode: 2\nStudy:'))).toEqual(['a', 'all-her-fault', 'none']);
    expect(labels(await at('e3.treatment.md', '---\nEpisode: 3\nTitle: '))).toEqual(['Low Water']);
  });

  it('offers nothing in Markdown that is no treatment, but in what a study names and in what has no name yet', async () => {
    await start();
    expect(labels(await at('readme.md', '---\nTi'))).toEqual([]);
    expect(labels(await at('story-1.md', '---\nTi'))[0]).toBe('Title');
    expect(labels(await at('untitled:Untitled-1', '---\nTi'))[0]).toBe('Title');
  });
});
