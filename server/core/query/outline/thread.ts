import { t } from '@vscode/l10n';
import type { ThreadStatus } from '../../season/season.ts';
import type { OutlineNode } from '../answers.ts';
import { counts } from '../counts.ts';
import { inOrder, type OutlineContext, threadNode } from './nodes.ts';

const groups: readonly (readonly [name: string, label: () => string, holds: readonly ThreadStatus[]])[] = [
  ['unpaid', () => t('Unpaid'), ['unpaid']],
  ['unplanted', () => t('Unplanted'), ['unplanted']],
  ['herrings', () => t('Red herrings'), ['herring', 'cleared']],
  ['open', () => t('Open'), ['open']],
  ['paid', () => t('Paid'), ['paid']],
];

/** The threads by what is still owed. */
export function byThread(context: OutlineContext): OutlineNode[] {
  const threads = inOrder(context.season.threads.values());
  return groups.flatMap(([name, label, holds]) => {
    const inGroup = threads.filter(({ status }) => holds.includes(status));
    if (inGroup.length === 0) return [];
    const id = `group:${name}`;
    return [
      {
        id,
        label: label(),
        description: counts.threads(inGroup.length),
        kind: 'group',
        status: name,
        children: inGroup.map((thread) => threadNode(context, `${id}/`, thread)),
      },
    ];
  });
}
