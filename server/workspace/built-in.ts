/// <reference path="./text-files.d.ts" />

import allHerFault from '../../samples/all-her-fault/all-her-fault.study.yaml';
import { loadStudy } from '../core/study/load.ts';
import type { Study } from '../core/study/study.ts';

const texts: Readonly<Record<string, string>> = { 'all-her-fault': allHerFault };

/**
 * The studies that a text anywhere may name (`Study: all-her-fault`): their ids, and URIs that lead nowhere. What stands in
 * them is shown, and nobody is sent there.
 */
export const builtInStudies: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(texts).map((id) => [id, `chekhov:/${id}.study.yaml`]),
);

/** The built-in study that is named so. To read one takes as long as to read any: it is done when a text names it. */
export function readBuiltIn(name: string): Study | undefined {
  const id = name.trim().toLowerCase();
  if (!Object.hasOwn(texts, id)) return undefined;
  return loadStudy(builtInStudies[id]!, texts[id]!).study;
}
