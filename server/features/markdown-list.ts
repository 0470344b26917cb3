import { t } from '@vscode/l10n';
import type { OutlineNode } from '../core/query/answers.ts';
import { escapeMarkdown } from './escape.ts';

/** Rows of the outline as a nested list, ready for any note or mail. */
export function markdownList(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes.map((node) => `${indent}- ${line(node)}\n${markdownList(node.children, `${indent}  `)}`).join('');
}

function line({ label, description, status, kind }: OutlineNode): string {
  const word = kind === 'thread' ? statusWord(status) : undefined;
  const said = [word, description].filter((part) => part !== undefined && part !== '').join(' · ');
  return said === '' ? escapeMarkdown(label) : `${escapeMarkdown(label)} — ${escapeMarkdown(said)}`;
}

/** What a status says that descriptions do not. */
function statusWord(status: string | undefined): string | undefined {
  switch (status) {
    case 'paid':
      return t('paid');
    case 'open':
      return t('left open');
    case 'herring':
      return t('red herring');
    case 'cleared':
      return t('red herring, cleared');
    default:
      return undefined;
  }
}
