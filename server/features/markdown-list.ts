import type { OutlineNode } from '../core/query/answers.ts';
import { escapeMarkdown } from './escape.ts';

/** What a status says that descriptions do not. */
const words: Readonly<Record<string, string>> = {
  paid: 'paid',
  open: 'left open',
  herring: 'red herring',
  cleared: 'red herring, cleared',
};

/** Rows of the outline as a nested list, ready for any note or mail. */
export function markdownList(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes.map((node) => `${indent}- ${line(node)}\n${markdownList(node.children, `${indent}  `)}`).join('');
}

function line({ label, description, status, kind }: OutlineNode): string {
  const word = kind === 'thread' && status !== undefined ? words[status] : undefined;
  const said = [word, description].filter((part) => part !== undefined && part !== '').join(' · ');
  return said === '' ? escapeMarkdown(label) : `${escapeMarkdown(label)} — ${escapeMarkdown(said)}`;
}
