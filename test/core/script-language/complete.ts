import { completeScript } from '../../../server/core/script-language/complete-script.ts';
import type { Completion } from '../../../server/core/study-language/complete.ts';
import { season } from '../../fixture.ts';

/** What is offered at `$0` in a script; a source without `--- path` is one script. */
export function complete(source: string, horizon?: number) {
  const fixture = season(source.startsWith('---') ? source : `--- a.fountain\n${source}`);
  const context = { ...fixture.context(), ...(horizon !== undefined && { horizon: { episode: horizon } }) };
  const offered = completeScript(context, fixture.offset, { studies: () => ['the-cake'] });
  return offers(context.manuscript.text.toString(), offered);
}

/** What has been offered in a text. */
export function offers(text: string, offered: readonly Completion[]) {
  return {
    offered,
    labels: offered.map(({ label }) => label),
    /** The line of the cursor after one of them has been taken. */
    taking(label: string) {
      const edit = offered.find((one) => one.label === label)?.edit;
      if (!edit) return undefined;
      const after = text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
      return after.slice(text.lastIndexOf('\n', edit.start - 1) + 1).split(/\r?\n/)[0];
    },
  };
}
