import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Script } from '../../server/core/fountain/script.ts';
import { type Token, tokenise } from './tokenise.ts';

const root = new URL('../../', import.meta.url);
const scripts = ['samples', 'test'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.fountain'))
    .map((name) => `${folder}/${name}`),
);

/** What the grammar says of a line, in the parser's words. */
function kindOf(line: readonly Token[]): string {
  const first = line.find((it) => it.text.trim() !== '' && !/comment\.block|meta\.annotation/.test(it.scopes));
  if (!first) return '';
  const kinds: readonly (readonly [scope: RegExp, kind: string])[] = [
    [/meta\.title-page/, 'title_page'],
    [/meta\.scene-heading/, 'scene_heading'],
    [/(entity\.name\.function|punctuation\.definition)\.character/, 'character'],
    [/meta\.parenthetical/, 'parenthetical'],
    [/meta\.lyric/, 'lyric'],
    [/meta\.speech/, 'dialogue'],
    [/meta\.transition/, 'transition'],
    [/markup\.centered/, 'centered'],
    [/page-break/, 'page_break'],
    [/markup\.heading\.section/, 'section'],
    [/line\.synopsis/, 'synopsis'],
    [/meta\.paragraph/, 'action'],
  ];
  return kinds.find(([scope]) => scope.test(first.scopes))?.[1] ?? first.scopes;
}

/**
 * Where the two differ: a line that only the next line decides (a heading or cue without its blank line or speech), and a
 * cue that ends like a sentence, which the grammar leaves to semantic tokens.
 */
const decidedByNextLine = /^(?:INT|EXT|EST|I\/E)[. ]|^[^\p{Ll}(]+[^\p{Ll}.!?:;,…(]$/u;

describe('the grammar sees the elements that the parser sees', () => {
  test.each(scripts)('%s', async (name) => {
    const text = readFileSync(new URL(name, root), 'utf8').replaceAll(/\r\n?/g, '\n');
    const lines = await tokenise('source.fountain', text);
    const starts = [0, ...[...text.matchAll(/\n/g)].map((it) => it.index + 1)];
    const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
    const differences: string[] = [];
    for (const element of Script.parse(text).elements()) {
      if (element.type === 'note' || element.type === 'boneyard') continue;
      for (let line = lineAt(element.start); line <= lineAt(element.end); line++) {
        const seen = kindOf(lines[line] ?? []);
        const words = text.slice(starts[line], starts[line + 1]).trim();
        if (seen === '' || seen === element.type) continue;
        if (element.type === 'action' && decidedByNextLine.test(words)) continue;
        differences.push(`${line + 1}: ${words}: ${element.type} is ${seen}`);
      }
    }
    expect(differences).toEqual([]);
  });
});

/** Lines that stand alone: those that name acts, and such as look like it. */
const lone = [
  ...['ACT ONE', 'ACT TWELVE', 'ACT 2', 'END OF THE TEASER', 'END TAG', 'COLD-OPEN', 'CODA', 'ACT', 'ACT UP', 'TAGGED'],
  ...['AKT EINS', 'AKT II', 'ERSTER AKT', '2. AKT', 'FÜNFTER AKT', 'ENDE DES ERSTEN AKTS', 'ENDE ERSTER AKT', 'PROLOG'],
  ...['EPILOG', 'ENDE DES TEASERS', 'AKTE X', 'EIN AKT', 'ENDE', 'PROLOGE'],
  ...[
    'ACTE UN',
    'ACTE I',
    'PREMIER ACTE',
    'PREMIÈRE ACTE',
    'DEUXIEME ACTE',
    '2E ACTE',
    'FIN DE L’ACTE UN',
    "FIN DE L'ACTE 1",
  ],
  ...['FIN DU PREMIER ACTE', 'PRÉ-GÉNÉRIQUE', 'PREGENERIQUE', 'ÉPILOGUE', 'FIN DU TEASER', 'UN ACTE', 'ACTES', 'FIN'],
  ...['ACTO UNO', 'PRIMER ACTO', 'SÉPTIMO ACTO', 'SEPTIMO ACTO', 'ACTO SEGUNDO', 'FIN DEL PRIMER ACTO', 'PRÓLOGO'],
  ...['PROLOGO', 'EPÍLOGO', 'FIN DE LA CODA', 'ACTO SEGUIDO', 'EL ACTO'],
];

test.each(lone)('the grammar sees an act in a lone %s where the parser does', async (line) => {
  const [, , tokens] = await tokenise('source.fountain', `x\n\n${line}\n\ny`);
  const isAct = Script.parse(`x\n\n${line}\n\ny`).facts.runs.some(({ items }) =>
    items.some(({ type }) => type === 'act'),
  );
  expect(tokens!.some(({ scopes }) => scopes.includes('markup.heading.act'))).toBe(isAct);
});
