import { describe, expect, test } from 'vitest';
import { hoverCard } from '../../../server/core/query/hover.ts';
import { outline } from '../../../server/core/query/outline.ts';
import { season } from '../../fixture.ts';

describe('by what means somebody learns of something', () => {
  const study = '--- all.study.yaml\ntitle: All\ncharacters: [{ id: bo, name: Bo Lind }]\n';
  const source = `${study}--- clock.fountain\nINT. YARD - DAY\n\n[[reveal: mur$0der to=anna via=bo]] [[learns: murder who=cleo via=letter]]\n`;

  test('is called by name where it is a person, else as it is written', () => {
    const one = season(source);
    const [twist] = outline(one.season(), 'twist');
    expect(twist!.children.map(({ description }) => description)).toEqual([
      'learns · via Bo Lind',
      'learns · via letter',
    ]);
    const card = hoverCard(one.context(), one.offset)!;
    expect(card.kind).toBe('Reveal · to anna · via Bo Lind');
    expect(card.places.map((place) => place.text)).toEqual(['anna, via Bo Lind', 'cleo, via letter']);
  });

  test('is called by no name that comes up behind the horizon', () => {
    const two = season(
      '--- e1.fountain\n[[reveal: mur$0der to=audience via=bo]]\n--- e2.fountain\nINT. YARD - DAY\n\nBO\nHi.\n',
    );
    const kind = (horizon?: { episode: number }) =>
      hoverCard({ ...two.context(), ...(horizon && { horizon }) }, two.offset)!.kind;
    expect(kind()).toBe('Reveal · to the audience · via BO');
    expect(kind({ episode: 1 })).toBe('Reveal · to the audience · via bo');
  });
});
