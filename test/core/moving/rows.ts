import { factItems } from '../../../server/core/facts/file-facts.ts';
import type { Manuscript } from '../../../server/core/manuscript.ts';
import { edited, type Move } from '../../../server/core/moving/edits.ts';
import { acts, type MovingRow, scenes } from '../../../server/core/moving/parts.ts';
import type { Refusal } from '../../../server/core/moving/refusal.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';

/** Every row that a text has in the outline, with a name to call it by: `act Act One`, `scene INT. A`, `setup gun`. */
export function rowsOf(manuscript: Manuscript): (MovingRow & { readonly name: string })[] {
  const episodes = structureOf(manuscript.facts).episodes.flatMap(({ heading, first, number, end }) =>
    first < end ? [{ name: `episode ${number}`, kind: 'episode' as const, item: heading ?? first }] : [],
  );
  const ofActs = acts(manuscript).flatMap(({ act: { heading, title } }) =>
    heading === undefined ? [] : [{ name: `act ${title}`, kind: 'act' as const, item: heading }],
  );
  const ofScenes = scenes(manuscript).flatMap(({ scene: { heading, title } }) =>
    heading === undefined ? [] : [{ name: `scene ${title}`, kind: 'scene' as const, item: heading }],
  );
  const marks = factItems(manuscript.facts).flatMap((it, item) =>
    it.type === 'mark' ? [{ name: `${it.mark.kind} ${it.mark.ids.join(',')}`, kind: 'mark' as const, item }] : [],
  );
  return [...episodes, ...ofActs, ...ofScenes, ...marks].map((row) => ({ ...row, manuscript }));
}

export function rowNamed(manuscripts: readonly Manuscript[], name: string): MovingRow {
  const row = manuscripts.flatMap(rowsOf).find((it) => it.name === name || it.name.startsWith(`${name} `));
  if (!row) throw new Error(`no row ${name}`);
  return row;
}

/** The texts as they are after a move. */
export function textsAfter(manuscripts: readonly Manuscript[], { edits }: Move): string[] {
  return manuscripts.map((it) => edited(it, edits.get(it) ?? []).text.toString());
}

export function isRefused(found: Move | Refusal): found is Refusal {
  return 'refused' in found;
}
