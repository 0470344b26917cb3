/** How loud a finding is. `off` in a setting silences its rule. */
export type Severity = 'hint' | 'info' | 'warning' | 'error';

/** Every rule of Chekhov: its stable code and how loud it is unless `chekhov.rules` says otherwise (design, section 10). */
export const rules = {
  'setup.unpaid': 'warning',
  'payoff.unplanted': 'warning',
  'payoff.before-setup': 'warning',
  'payoff.rushed': 'hint',
  'setup.unreinforced': 'info',
  'setup.forgotten': 'info',
  'reveal.unsupported': 'warning',
  'reveal.repeated': 'hint',
  'herring.uncleared': 'info',
  'knowledge.unlearned': 'warning',
  'knowledge.absent': 'info',
  'act.no-turn': 'hint',
  'chamber.place': 'info',
  'chamber.time': 'info',
  'chamber.cast': 'info',
  'chamber.dialogue': 'info',
  'fact.disputed': 'info',
  'annotation.typo': 'hint',
  'annotation.malformed': 'warning',
  'thread.unknown': 'warning',
  'fact.unknown': 'warning',
  'character.unknown': 'warning',
  'heading.blank-line': 'hint',
  'study.invalid': 'error',
  'study.duplicate': 'error',
  'study.unresolved': 'error',
  'study.uncited': 'warning',
} as const satisfies Record<string, Severity>;

export type RuleCode = keyof typeof rules;
