import { describe, expect, test } from 'vitest';
import type { SymbolNode } from '../../../server/core/query/answers.ts';
import { folding } from '../../../server/core/query/folding.ts';
import { highlights } from '../../../server/core/query/highlights.ts';
import { links } from '../../../server/core/query/links.ts';
import { symbols } from '../../../server/core/query/symbols.ts';
import { semanticTokens } from '../../../server/core/query/tokens.ts';
import { structureOf } from '../../../server/core/structure/structure.ts';
import { folder, season } from '../../fixture.ts';

const text = (path: string, source: string) => season(`--- ${path}\n${source}`).manuscripts.get(path)!;

const script = `Title: Guns

# Act One

INT. HOUSE - NIGHT [[setup: gun]]

/* cut

all this */

ANNA
Hello.

EXT. ROAD - DAY

[[turn: act-out | She leaves.]]

# Act Two

Text.
`;

describe('symbols', () => {
  const named = (manuscript: ReturnType<typeof text>) => symbols(manuscript, structureOf(manuscript.facts));
  const rows = (nodes: readonly SymbolNode[], depth = 0): string[] =>
    nodes.flatMap(({ kind, name, children }) => [`${'  '.repeat(depth)}${kind} ${name}`, ...rows(children, depth + 1)]);

  test('are acts, scenes and marks', () => {
    expect(rows(named(text('one.fountain', script)))).toEqual([
      'act Act One',
      '  scene INT. HOUSE - NIGHT',
      '    thread Setup: gun',
      '  scene EXT. ROAD - DAY',
      '    mark Turn: act-out',
      'act Act Two',
    ]);
    expect(rows(named(text('one.treatment.md', '# Episode 1\n\n## The house\n\nProse. [[reveal: murder]]\n')))).toEqual(
      ['episode Episode 1', '  scene The house', '    mark Reveal: murder'],
    );
  });

  test('lie within their parents, and their names within them', () => {
    const check = ({ span, selection, children }: SymbolNode): void => {
      expect(selection.start).toBeGreaterThanOrEqual(span.start);
      expect(selection.end).toBeLessThanOrEqual(span.end);
      for (const child of children) {
        expect(child.span.start).toBeGreaterThanOrEqual(span.start);
        expect(child.span.end).toBeLessThanOrEqual(span.end);
        check(child);
      }
    };
    for (const source of [script, `${script}\n# Episode 2\n\nText.`, `[[form: finale]]\n\n${script}`, '']) {
      for (const node of named(text('one.fountain', source))) check(node);
    }
  });
});

describe('folding', () => {
  const folds = (path: string, source: string) => {
    const manuscript = text(path, source);
    return folding(manuscript).map(({ kind, start, end }) => {
      const last = manuscript.text.slice(start, end).trimEnd().split('\n');
      return `${kind} ${last[0]} … ${last.at(-1)}`;
    });
  };

  test('acts, scenes, boneyards', () => {
    expect(folds('one.fountain', script)).toEqual([
      'part # Act One … [[turn: act-out | She leaves.]]',
      'part INT. HOUSE - NIGHT [[setup: gun]] … Hello.',
      'comment /* cut … all this */',
      'part EXT. ROAD - DAY … [[turn: act-out | She leaves.]]',
      'part # Act Two … Text.',
    ]);
  });

  test('front matter, headings by depth, comments of several lines', () => {
    expect(
      folds('one.treatment.md', '---\nTitle: One\n---\n\n# One\n\n<!-- a\nb -->\n\n## Two\n\nText.\n\n# Three\n'),
    ).toEqual(['head --- … ---', 'part # One … Text.', 'comment <!-- a … b -->', 'part ## Two … Text.']);
  });

  test('a title page of several lines', () => {
    expect(folds('one.fountain', 'Title: One\nAuthor: Two\n\nText.\n')).toEqual(['head Title: One … Author: Two']);
  });
});

describe('semantic tokens', () => {
  const tokens = (source: string) => {
    const fixture = season(`--- one.fountain\n${source}`);
    const { manuscript, season: of } = fixture.context();
    return semanticTokens(manuscript, of).map(
      ({ start, end, type, modifiers }) =>
        `${[`${type}`, ...modifiers].join('.')} ${manuscript.text.slice(start, end)}`,
    );
  };

  test('headings, cues and the parts of annotations', () => {
    expect(
      tokens(
        `# Act One\n\nINT. HOUSE - NIGHT\n\nANNA\nHello. [[setup: gun, glass for=murder | x]]\n\n[[payoff: glass]]\n\n[[reveal: murder to=anna via="a letter"]]\n`,
      ),
    ).toEqual([
      'act # Act One',
      'scene INT. HOUSE - NIGHT',
      'character ANNA',
      'annotationKind.setup setup',
      'thread.setup.unpaid gun',
      'thread.setup glass',
      'key for',
      'fact murder',
      'note x',
      'annotationKind.payoff payoff',
      'thread.payoff glass',
      'annotationKind.reveal reveal',
      'fact.reveal murder',
      'key to',
      'person anna',
      'key via',
      'value a letter',
    ]);
  });

  test('a heading stands aside for an annotation in its line', () => {
    expect(tokens('INT. HOUSE [[setup: gun intent=open]] - NIGHT\n\nText.\n')).toEqual([
      'scene INT. HOUSE ',
      'annotationKind.setup setup',
      'thread.setup gun',
      'key intent',
      'value open',
      'scene  - NIGHT',
    ]);
  });

  test.each([
    '[[craft: Look | Here it is.]]',
    '[[craft: Only a note]]',
    '[[turn: midpoint | x]]',
    '[[herring: a cleared]]',
    '[[setpu: gun]]',
    '[[todo: it]]',
    '[[ignore: setup.unpaid | why]]',
  ])('never overlap: %s', (mark) => {
    const { manuscript } = season(`--- one.fountain\nText. ${mark} ${mark}\n`).context();
    const all = semanticTokens(manuscript);
    expect(all.length).toBeGreaterThan(0);
    for (const [i, token] of all.entries()) {
      expect(token.end).toBeGreaterThan(token.start);
      if (i > 0) expect(token.start).toBeGreaterThanOrEqual(all[i - 1]!.end);
    }
  });

  test('a range has its tokens', () => {
    const { manuscript } = season(`--- one.fountain\n${script}`).context();
    const all = semanticTokens(manuscript);
    for (const token of all) {
      expect(semanticTokens(manuscript, undefined, token)).toContainEqual(token);
    }
  });
});

describe('links', () => {
  const of = (source: string, path = 'one.fountain') => {
    const fixture = season(`--- all.study.yaml\ntitle: All\n--- ${path}\n${source}`);
    const { manuscript, season: one } = fixture.context();
    return links(manuscript, one).map((link) => {
      const to = 'target' in link ? link.target.uri : 'rule' in link ? link.rule : link.url;
      return [manuscript.text.slice(link.start, link.end), to];
    });
  };

  test('lead from the head to the study that it names', () => {
    const study = `${folder}/all.study.yaml`;
    expect(of('Title: Study\nStudy:  all \n\nText.\n')).toEqual([['all', study]]);
    expect(of('---\nStudy: "all"\n---\n\nText.\n', 'one.treatment.md')).toEqual([['"all"', study]]);
    expect(of('Title: One\n\nStudy: all\n')).toEqual([]);
    expect(of('Study: none\n\nText.\n')).toEqual([]);
    expect(of('Study: other\n\nText.\n')).toEqual([]);
  });

  test('lead from an ignored rule to its page', () => {
    expect(of('[[ignore: setup.unpaid, payoff.rushed, none.such]]\n\n[[setup: setup.unpaid]]\n')).toEqual([
      ['setup.unpaid', 'setup.unpaid'],
      ['payoff.rushed', 'payoff.rushed'],
    ]);
  });

  test('lead from addresses beside the story, and from none in it', () => {
    const url = 'https://example.org/a_(b)?c=d';
    expect(of(`Contact: ${url}\n\nSee ${url}. [[see (${url}), x]] [[craft: y | ${url}]]\n`)).toEqual([
      [url, url],
      [url, url],
      [url, url],
    ]);
    expect(of(`See ${url}.\n\n<!-- craft: x | ${url}. -->\n`, 'one.treatment.md')).toEqual([[url, url]]);
    expect(of('[[javascript:alert(1)]] [[command:x]]\n')).toEqual([]);
  });
});

describe('highlights', () => {
  const lit = (source: string) => {
    const fixture = season(`--- one.fountain\n${source}`);
    const { manuscript } = fixture.context();
    return highlights(fixture.context(), fixture.offset).map(
      ({ start, end, kind }) => `${kind} ${manuscript.text.lineAt(start)} ${manuscript.text.slice(start, end)}`,
    );
  };

  test('a thread and a fact, where they are planted and where they are used', () => {
    expect(lit('[[setup: gun$0 for=murder]]\n\n[[payoff: glass, gun]]\n')).toEqual(['write 0 gun', 'read 2 gun']);
    expect(lit('[[setup: gun for=mur$0der]]\n\n[[reveal: murder]]\n')).toEqual(['read 0 murder', 'write 2 murder']);
  });

  test('somebody in cues and keys, a place in headings', () => {
    expect(lit('ANN$0A\nHello.\n\n[[reveal: x to=anna,audience]]\n')).toEqual(['text 0 ANNA', 'text 3 anna']);
    expect(lit('INT. HO$0USE - DAY\n\nText.\n\nINT. ROAD\n\nText.\n\nINT. HOUSE - NIGHT\n\nText.\n')).toEqual([
      'text 0 HOUSE',
      'text 8 HOUSE',
    ]);
  });

  test('somebody in action, dialogue and headings too, by whole names and parts that mean nobody else', () => {
    const source = "INT. ANNA'S FLAT\n\nAnna B. waits for anna. Annabel too.\n\nAN$0NA\nI am Anna.\n";
    expect(lit(source)).toEqual(['text 0 ANNA', 'text 2 Anna', 'text 4 ANNA', 'text 5 Anna']);
    expect(lit(source.replace('$0', '').replace('Anna B', 'An$0na B'))).toHaveLength(4);
    const cast =
      'characters: [{ id: anna, name: Anna Bell }, { id: bo, name: Bo Bell }, { id: al, name: Anna Lee Ott }]';
    const fixture = season(`--- a.study.yaml\ntitle: A\n${cast}\n--- one.fountain\nAnna Bell. B$0o. Bo Bell. Bell.\n`);
    const { manuscript } = fixture.context();
    const found = highlights(fixture.context(), fixture.offset);
    expect(found.map(({ start, end }) => manuscript.text.slice(start, end))).toEqual(['Bo', 'Bo Bell']);
  });

  test('somebody whose name knows no capitals', () => {
    expect(lit('INT. A\n\n@דנ$0ה\nHm.\n\nדנה comes in.\n')).toEqual(['text 2 @דנה', 'text 5 דנה']);
  });

  test('a building with its rooms, a room alone', () => {
    const source =
      'INT. FLAT - HALL - DAY\n\nA.\n\nINT. FLAT - BED ROOM - DAY\n\nA.\n\nEXT. FLAT\n\nA.\n\nINT. HALL\n\nA.\n';
    expect(lit(source.replace('FLAT', 'FL$0AT'))).toEqual(['text 0 FLAT', 'text 4 FLAT', 'text 8 FLAT']);
    expect(lit(source.replace('HALL', 'HA$0LL'))).toEqual(['text 0 FLAT - HALL']);
    expect(lit(source.replace('BED', 'BE$0D'))).toEqual(['text 4 FLAT - BED ROOM']);
    expect(lit(source.replace('DAY', 'D$0AY'))).toEqual(['text 0 FLAT - HALL']);
  });

  test('a place by all the names that the study has for it', () => {
    const fixture = season(
      '--- a.study.yaml\ntitle: A\nplaces: [{ id: flat, name: The flat, aliases: [the loft] }]\n--- one.fountain\nINT. THE FL$0AT\n\nA.\n\nINT. THE LOFT - HALL - DAY\n\nA.\n',
    );
    const { manuscript } = fixture.context();
    const found = highlights(fixture.context(), fixture.offset);
    expect(found.map(({ start, end }) => manuscript.text.slice(start, end))).toEqual(['THE FLAT', 'THE LOFT']);
  });

  test('nothing in prose', () => {
    expect(lit('Text. $0\n\n[[setup: gun]]\n')).toEqual([]);
  });
});
