import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnowledgeTable } from '../../server/protocol/knowledge.ts';
import { Editor } from './lib/editor.ts';
import { Folder } from './lib/folder.ts';

const first = `Episode: 1

INT. KITCHEN - DAY

Bo listens.

ANNA
He did it.

[[reveal: murder]]
`;

const last = 'Episode: 2\n\nINT. HALL - DAY\n\nCLEO\nHe?\n\n[[learns: murder who=cleo via="a letter"]]\n\nBO\nHe.\n';

let folder: Folder;
let editor: Editor;

beforeEach(async () => {
  folder = new Folder({ 'e1.fountain': first, 'e2.fountain': last });
  editor = await Editor.start({ folders: [folder] });
});
afterEach(async () => {
  await editor.stop();
  folder.remove();
});

const ask = (params: object) => editor.request<KnowledgeTable[]>('chekhov/knowledge', params);

describe('chekhov/knowledge', () => {
  it('is the whole table: who learns what, where', async () => {
    const [table, ...others] = await ask({});
    expect(others).toEqual([]);
    expect(table!.people).toEqual([
      { id: 'audience', name: 'the audience' },
      { id: 'anna', name: 'ANNA' },
      { id: 'bo', name: 'BO' },
      { id: 'cleo', name: 'CLEO' },
    ]);
    const [row] = table!.facts;
    expect(row).toMatchObject({ id: 'murder', title: 'murder', location: { uri: folder.file('e1.fountain') } });
    expect(row!.cells.map(({ who, learns }) => [who, learns.map(({ where }) => where)])).toEqual([
      ['audience', ['E1 p. 1']],
      ['anna', ['E1 p. 1']],
      ['bo', ['E1 p. 1']],
      ['cleo', ['E2 p. 1']],
    ]);
    expect(row!.ironies.map(({ who }) => who)).toEqual(['cleo']);
    expect(row!.cells.at(-1)!.learns[0]).toMatchObject({
      via: 'a letter',
      location: { uri: folder.file('e2.fountain'), range: { start: { line: 7 } } },
    });
  });

  it.each(['e1.fountain', 'e2.fountain'])('of %s it is that of its season, action and all', async (name) => {
    const [table] = await ask({ uri: folder.file(name) });
    expect(table!.people.map(({ id }) => id)).toEqual(['audience', 'anna', 'bo', 'cleo']);
    expect(table!.facts[0]!.ironies).toMatchObject([
      { who: 'cleo', from: { where: 'E1 p. 1' }, to: { where: 'E2 p. 1' } },
    ]);
  });

  it('needs no params', async () => {
    const tables = await editor.connection.sendRequest<KnowledgeTable[]>('chekhov/knowledge');
    expect(tables).toEqual(await ask({}));
    expect(tables).toHaveLength(1);
  });

  it('is nothing for a file that is in no season', async () => {
    expect(await ask({ uri: folder.file('none.fountain') })).toEqual([]);
  });
});
