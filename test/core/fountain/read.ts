import { Script } from '../../../server/core/fountain/script.ts';

/** A script in which `¶` ends a line, `␠` is a space and `⇥` a tab, so that cases can be read. */
export function read(input: string): Script {
  return Script.parse(input.replaceAll('¶', '\n').replaceAll('␠', ' ').replaceAll('⇥', '\t'));
}
