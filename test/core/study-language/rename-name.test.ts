import { describe, expect, test } from 'vitest';
import {
  nameAt,
  newNameOf,
  renameNameInStudy,
  renameNameInText,
} from '../../../server/core/study-language/rename-name.ts';
import { SourceText } from '../../../server/core/text/source-text.ts';
import { season } from '../../fixture.ts';
import { apply } from './edits.ts';

/** The name at `$0` as another: what becomes of each text (with what is only asked about, if `all`), or why it cannot be. */
function renamed(source: string, newName: string, { all = false } = {}): string | Record<string, string> | undefined {
  const fixture = season(source);
  const context = fixture.context();
  const subject = nameAt(context.season, context.manuscript, fixture.offset);
  if (!subject) return undefined;
  const name = newNameOf(context.season, subject, newName);
  if (typeof name !== 'string') return name.refused;
  const after: Record<string, string> = {};
  for (const [path, manuscript] of fixture.manuscripts) {
    const { sure, unsure } = renameNameInText(fixture.context(path), subject, name);
    const edits = all ? [...sure, ...unsure].sort((a, b) => a.start - b.start) : sure;
    if (edits.length > 0) after[path] = apply(manuscript.text.toString(), edits);
  }
  return after;
}

const cast =
  '--- a.study.yaml\nstudy: 1\ntitle: A\ncharacters:\n  - { id: pia-l, name: Pia Lind, aliases: [Pi] }\n  - { id: tom, name: Tom }\n';

describe('a name that is spoken by', () => {
  test('is another in every cue of it, and keeps its extensions and marks', () => {
    const source = '--- a.fountain\nINT. A - DAY\n\nPI$0A (V.O.) ^\nYes.\n\nTOM\nNo.\n\nPIA\nYes.\n';
    expect(renamed(source, 'Pippa')).toEqual({
      'a.fountain': 'INT. A - DAY\n\nPIPPA (V.O.) ^\nYes.\n\nTOM\nNo.\n\nPIPPA\nYes.\n',
    });
  });

  test('in headings too; in action and speeches only if that is asked for', () => {
    const source =
      "--- a.fountain\nINT. PIA'S FLAT - DAY\n\nPia sits. The piano waits. PIA!\n\nPIA$0\nI am Pia.\n\n# Pia alone\n";
    expect(renamed(source, 'pippa')).toEqual({
      'a.fountain': "INT. PIPPA'S FLAT - DAY\n\nPia sits. The piano waits. PIA!\n\nPIPPA\nI am Pia.\n\n# Pippa alone\n",
    });
    expect(renamed(source, 'PIPPA', { all: true })).toEqual({
      'a.fountain':
        "INT. PIPPA'S FLAT - DAY\n\nPippa sits. The piano waits. PIPPA!\n\nPIPPA\nI am Pippa.\n\n# Pippa alone\n",
    });
  });

  test('in annotations that call them so', () => {
    const source = '--- a.fountain\nINT. A - DAY\n\nPIA$0\nYes. [[learns: truth who=pia]]\n';
    expect(renamed(source, 'Pippa')).toEqual({
      'a.fountain': 'INT. A - DAY\n\nPIPPA\nYes. [[learns: truth who=pippa]]\n',
    });
  });

  test('across the files of a season, treatments too', () => {
    const source =
      '--- e1.fountain\nINT. A - DAY\n\nPIA$0\nYes.\n--- e2.fountain\nINT. A - DAY\n\n@McGee\nNo.\n\nPIA\nYes.\n--- e3.treatment.md\n# Episode 3\n\nPia goes.\n';
    const after = renamed(source, 'Pippa', { all: true });
    expect(after).toMatchObject({
      'e2.fountain': 'INT. A - DAY\n\n@McGee\nNo.\n\nPIPPA\nYes.',
      'e3.treatment.md': '# Episode 3\n\nPippa goes.\n',
    });
  });

  test('in its own case, where it is forced', () => {
    const source = '--- a.fountain\nINT. A - DAY\n\n@Mc$0Gee\nNo.\n\nMCGEE\nYes.\n';
    expect(renamed(source, 'McBride')).toEqual({ 'a.fountain': 'INT. A - DAY\n\n@McBride\nNo.\n\nMCBRIDE\nYes.\n' });
  });

  test('in the study as well, so that the cue goes on meaning the same person', () => {
    const fixture = season(`--- a.fountain\nINT. A - DAY\n\nPIA$0\nYes.\n${cast}`);
    const context = fixture.context();
    const subject = nameAt(context.season, context.manuscript, fixture.offset)!;
    expect(subject).toMatchObject({ name: 'PIA', person: 'pia-l' });
    const text = cast.slice(cast.indexOf('\n') + 1);
    const after = apply(text, renameNameInStudy(context.season, SourceText.of(text), subject, 'Pippa'));
    expect(after).toBe(text.replace('Pia Lind', 'Pippa Lind'));
  });
});

describe('a name is refused', () => {
  const source = `--- a.fountain\nINT. A - DAY\n\nPIA$0\nYes.\n\nTOM\nNo.\n\nOLD MAN\nHm.\n${cast}`;
  test.each([
    ['Tom', '“Tom” already means Tom.'],
    ['old man', '“old man” already means OLD MAN.'],
    ['', '“” would not be read as the name of somebody who speaks.'],
    ['23', '“23” would not be read as the name of somebody who speaks.'],
    ['A (V.O.)', '“A (V.O.)” would not be read as the name of somebody who speaks.'],
    ['[[x]]', '“[[x]]” would not be read as the name of somebody who speaks.'],
    ['INT. HALL', '“INT. HALL” would not be read as the name of somebody who speaks.'],
    ['CUT TO:', '“CUT TO:” would not be read as the name of somebody who speaks.'],
  ])('%j', (name, why) => expect(renamed(source, name)).toBe(why));

  test('nowhere but in a cue', () => {
    expect(renamed('--- a.fountain\nINT. A - DAY\n\nPIA (V.$0O.)\nYes.\n', 'X')).toBeUndefined();
    expect(renamed('--- a.fountain\nINT. A - D$0AY\n\nPIA\nYes.\n', 'X')).toBeUndefined();
  });

  test('names of other scripts, with accents and apostrophes, are names', () => {
    for (const name of ['Ω', 'Éloïse', "O'Neill", 'МАРИЯ', 'Man #2'])
      expect(renamed('--- a.fountain\nINT. A - DAY\n\nPIA$0\nYes.\n', name)).toEqual({
        'a.fountain': `INT. A - DAY\n\n${name.toUpperCase()}\nYes.\n`,
      });
  });
});
