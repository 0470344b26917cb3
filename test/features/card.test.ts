import { config } from '@vscode/l10n';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../server/core/query/answers.ts';
import { markdownPen, plainPen, renderCard } from '../../server/features/card.ts';
import { escapeMarkdown } from '../../server/features/escape.ts';

const card: Card = {
  span: { start: 0, end: 1 },
  title: 'Peter’s soy allergy',
  kind: 'Setup · trait · 1 of 2',
  lines: ['He carries an EpiPen.'],
  places: [
    { role: 'Setup', where: 'E1 p. 4', here: true, reading: false },
    { role: 'Payoff', where: 'E8', text: 'The cake', here: false, distance: '7 episodes later', reading: true },
  ],
  missing: ['not paid off yet'],
  knows: ['The audience knows; Marissa does not.'],
  craft: [{ text: 'Plant early.', by: 'Gallagher', sources: ['Interview'], reading: false }],
  disputes: [
    {
      title: 'How it ends',
      claims: [
        { text: 'So', sources: ['A'] },
        { text: 'Not so', sources: [] },
      ],
    },
  ],
};

describe('a card', () => {
  it('says everything in its order, places with their links', () => {
    expect(renderCard(card, ['command:x', undefined], markdownPen)).toBe(
      [
        '**Peter’s soy allergy** · *Setup · trait · 1 of 2*',
        'He carries an EpiPen.',
        [
          '- [Setup · E1 p. 4](command:x) (*here*)',
          '- Payoff · E8: The cake (*7 episodes later, a reading*)',
          '- *not paid off yet*',
        ].join('\n'),
        '- The audience knows; Marissa does not.',
        'Plant early. — *Gallagher, Interview*',
        '**Disputed**: How it ends\n\n- So — *A*\n- Not so',
      ].join('\n\n'),
    );
  });

  it('sets a colon as the language does', () => {
    config({ contents: { '{0}: {1}': '{0} : {1}' } });
    try {
      const said = renderCard(card, ['command:x', undefined], markdownPen);
      expect(said).toContain('- Payoff · E8 : The cake (*7 episodes later, a reading*)');
      expect(said).toContain('**Disputed** : How it ends');
      const text = '{0} $& [x](y)';
      const place = { role: 'Setup', where: '{1}', text, here: false, reading: false };
      expect(renderCard({ ...card, places: [place] }, ['command:x'], markdownPen)).toContain(
        `- [Setup · {1}](command:x) : ${escapeMarkdown(text)}\n`,
      );
    } finally {
      config({ contents: {} });
    }
  });

  it('leaves out what there is nothing to say of', () => {
    const bare = { ...card, kind: '', lines: [], places: [], missing: [], knows: [], craft: [], disputes: [] };
    expect(renderCard(bare, [], markdownPen)).toBe('**Peter’s soy allergy**');
  });

  it('can be read without Markdown', () => {
    expect(renderCard(card, ['command:x', undefined], plainPen)).not.toMatch(/[*[\]\\]|command:/);
  });
});

describe('text from a script', () => {
  it.each([
    ['[click](command:workbench.action.quit)', '\\[click\\](command:workbench.action.quit)'],
    ['![x](https://evil.example/a.png)', '\\!\\[x\\](https\\://evil.example/a.png)'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['<https://evil.example>', '\\<https\\://evil.example\\>'],
    ['see www.evil.example', 'see www\\.evil.example'],
    ['me@evil.example', 'me\\@evil.example'],
    ['`code` *a* _b_ ~~c~~ |', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|'],
    ['&lt;b&gt; Kate & Ally', '\\&lt;b\\&gt; Kate & Ally'],
    ['$(alert)', '\\$(alert)'],
    ['# heading\n\n- list\n1. one', '\\# heading - list 1. one'],
    ['- list', '\\- list'],
    ['12) twelve', '12\\) twelve'],
    ['    code', 'code'],
    ['---', '\\---'],
    ['a\\', 'a\\\\'],
    ['[a]: command:x', '\\[a\\]: command:x'],
    ['\u202egnp.exe', 'gnp.exe'],
  ])('%j is shown as it is', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});
