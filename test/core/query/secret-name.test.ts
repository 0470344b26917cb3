import { describe, expect, test } from 'vitest';
import { callsAt } from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { sceneReport } from '../../../server/core/query/scene-report.ts';
import { diagnose } from '../../../server/core/rules/diagnose.ts';
import { newIdOf, subjectInText } from '../../../server/core/study-language/rename.ts';
import { newNameOf } from '../../../server/core/study-language/rename-name.ts';
import { season } from '../../fixture.ts';

/** A season in which Kit is Agnes, which the last episode tells; and which speaks and writes of Kit long before. */
const study = `--- a.study.yaml
study: 1
title: Kit
characters:
  - { id: agnes, name: Agnes, aliases: [{ name: Kit, until: unmasked }] }
  - { id: bo, name: Bo }
facts:
  - { id: theft, text: The pearls are glass., status: holds }
  - { id: mask, text: Kit is Agnes., status: holds }
reveals:
  - { id: unmasked, fact: mask, to: [audience], episode: 3 }
`;
const first = `--- e01.fountain
INT. HALL - DAY

KIT
Glass.

BO
Never.

[[knows: theft who=kit]]
[[learns: theft who=agnes]]
[[reveal: theft to=kit]]

INT. YARD - DAY

BO
Glass!

[[reveal: theft to=kit]]
[[uses: theft who=kit]]
`;
const rest = `--- e02.fountain
INT. ATTIC - DAY

BO
No.

--- e03.fountain
INT. ATTIC - DAY

AGNES
It was me.

[[reveal: mask to=audience]]

THE END
`;
const fixture = season(study + first + rest);
const context = { ...fixture.context('e01.fountain'), horizon: { episode: 2 } };
const text = context.manuscript.text.toString();

/** All that an answer says, ids left aside. */
const said = (answer: unknown) =>
  JSON.stringify(answer, (key, value) => (key === 'uri' || key === 'id' || key === 'ref' ? undefined : value)) ?? '';

describe('before it is told whose name it is', () => {
  test('whoever an annotation names is called by that name', () => {
    const rows = outline(context.season, 'twist', { horizon: { episode: 2 } });
    const labels = rows[0]!.children.map(({ label, description }) => `${label}, ${description}`);
    expect(labels.filter((row) => row.startsWith('Agnes'))).toEqual(['Agnes, learns · E1']);
    expect(labels.filter((row) => row.startsWith('Kit'))).toHaveLength(4);
    for (const { index } of text.matchAll(/\btheft who=kit/g)) {
      const card = hoverCard(context, index)!;
      expect(card.kind).toMatch(/Kit/);
      expect(card.kind).not.toMatch(/Agnes/);
    }
  });

  test('nobody at the cursor has learned what another learned', () => {
    const report = sceneReport(context, text.indexOf('Glass.'));
    expect(said(report)).toContain('Kit');
    expect(said(report)).not.toContain('Agnes');
  });

  test('a place of such an annotation is still one that calls lead to', () => {
    const [call] = callsAt(context, text.indexOf('theft who=kit'));
    expect(call?.node).toMatchObject({ type: 'place', id: 'theft' });
  });

  test('no finding rests on it', () => {
    // Agnes has learned it; that Kit has as well would tell that they are one.
    const repeated = season(study + first.replace(/\[\[knows.*\n/, '') + rest).context('e01.fountain');
    const codes = (horizon?: { episode: number }) =>
      diagnose({ ...repeated, ...(horizon && { horizon }) }).map(({ code }) => code);
    expect(codes()).toEqual(['reveal.repeated', 'reveal.repeated', 'knowledge.absent']);
    expect(codes({ episode: 2 })).toEqual(['reveal.repeated', 'knowledge.absent']);
  });

  test('a finding on a reveal to it calls it so', () => {
    const absent = season(study + first.replace(/\[\[(knows|learns).*\n/g, '') + rest);
    const found = (horizon?: { episode: number }) =>
      diagnose({ ...absent.context('e01.fountain'), ...(horizon && { horizon }) })
        .filter(({ code }) => code === 'knowledge.absent')
        .map(({ message }) => message);
    expect(found()).toEqual([expect.stringContaining('told to Agnes, who is not in this scene')]);
    expect(found({ episode: 2 })).toEqual([expect.stringContaining('told to Kit, who is not in this scene')]);
  });

  test('no refusal to rename tells', () => {
    const subject = subjectInText(context.season, context.manuscript, text.indexOf('kit]]'));
    expect(subject).toEqual({ refused: '“kit” is here an alias, and no id.' });
    const bo = { list: 'characters', id: 'bo', span: { start: 0, end: 0 } } as const;
    expect(newIdOf(context.season, bo, 'kit')).toEqual({ refused: '“kit” already means somebody else.' });
    const name = { name: 'BO', person: 'bo', span: { start: 0, end: 0 } };
    expect(newNameOf(context.season, name, 'Kit')).toEqual({ refused: '“Kit” already means somebody else.' });
  });
});
