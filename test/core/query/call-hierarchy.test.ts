import { describe, expect, test } from 'vitest';
import {
  callsAt,
  incomingCalls,
  outgoingCalls,
  type StoryCall,
} from '../../../server/core/query/call-hierarchy/call-hierarchy.ts';
import type { Horizon } from '../../../server/core/season/horizon.ts';
import { studyCalls } from '../../../server/core/study-language/calls.ts';
import { season } from '../../fixture.ts';
import { ask } from '../study-language/ask.ts';

const measure = { page: () => 4, length: () => undefined };

/** What stands at the cursor, what leads to it and what it leads to. */
function calls(source: string, horizon?: Horizon) {
  const fixture = season(source);
  const context = { ...fixture.context(), measure, ...(horizon && { horizon }) };
  const at = callsAt(context, fixture.offset);
  return { ...around(context, at), fixture, context, at };
}

function around(asked: Parameters<typeof incomingCalls>[0], at: readonly StoryCall[]) {
  const say = (list: readonly StoryCall[]) => list.map(({ name, detail }) => `${name}: ${detail}`);
  return {
    here: say(at),
    incoming: say(at.flatMap(({ node }) => incomingCalls(asked, node))),
    outgoing: say(at.flatMap(({ node }) => outgoingCalls(asked, node))),
  };
}

const story = `
--- e1.fountain
INT. A - DAY

[[setup: gun for=murder]]

[[reminder: gun]]
--- e2.fountain
INT. B - DAY

[[payoff: gun]]

[[reveal: murder to=anna,audience]]

[[uses: murder who=anna]]

[[uses: murder who=bo]]`;

const at = (mark: string) => story.replace(`[[${mark}`, `[[${mark}$0`);

describe('from an annotation', () => {
  test('a setup leads to its payoff, and to the reveal that it is evidence for', () => {
    const { here, incoming, outgoing } = calls(at('setup: gun'));
    expect(here).toEqual(['gun: Setup · E1 p. 4']);
    expect(incoming).toEqual([]);
    expect(outgoing).toEqual(['gun: Payoff · E2 p. 4', 'murder: Reveal · E2 p. 4']);
  });

  test('a payoff comes from setups and reminders, and leads on to the reveal', () => {
    const { incoming, outgoing } = calls(at('payoff: gun'));
    expect(incoming).toEqual(['gun: Setup · E1 p. 4', 'gun: Reminder · E1 p. 4']);
    expect(outgoing).toEqual(['murder: Reveal · E2 p. 4']);
  });

  test('a reveal comes from its evidence, and leads to whoever then acts on it', () => {
    const {
      incoming,
      outgoing,
      context,
      at: [reveal],
    } = calls(at('reveal: murder'));
    expect(incoming).toEqual(['gun: Setup · E1 p. 4', 'gun: Payoff · E2 p. 4']);
    expect(outgoing).toEqual(['murder: Uses · E2 p. 4']);
    const [use] = outgoingCalls(context, reveal!.node);
    expect(around(context, [use!]).incoming).toEqual(['murder: Reveal · E2 p. 4']);
  });

  test('what is told later is evidence for nothing before it', () => {
    const { incoming } = calls('--- one.fountain\n[[reveal: mur$0der]]\n\n[[setup: gun for=murder]]\n');
    expect(incoming).toEqual([]);
  });

  test('nothing in prose', () => {
    expect(calls('--- one.fountain\nText. $0\n\n[[setup: gun]]\n').here).toEqual([]);
  });
});

const studied = `
--- all.study.yaml
study: 1
title: All
episodes: [{ number: 1 }, { number: 2 }]
events: [{ id: bang, text: It goes off., told: { episode: 2 }, cues: [goes off] }]
facts: [{ id: murder, text: Who did it }]
threads:
  - { id: gun, title: The gun, kind: object, cues: [pistol], setups: [{ text: Wall, episode: 1 }], payoffs: [{ text: Bang, event: bang }] }
reveals: [{ id: told, fact: murder, to: [audience], evidence: [gun], episode: 2 }]
`;

describe('with a study', () => {
  test('from a mention, of the thread as a whole or of its role there', () => {
    const whole = calls(`${studied}--- e1.treatment.md\nA pis$0tol.\n`);
    expect(whole.here).toEqual(['The gun: Thread']);
    expect(whole.incoming).toEqual(['The gun: Setup · E1']);
    expect(whole.outgoing).toEqual(['The gun: Payoff · E2', 'Who did it: Reveal · E2']);
    expect(calls(`${studied}--- e2.treatment.md\nThe pis$0tol goes off.\n`).here).toEqual(['The gun: Payoff · E2']);
  });

  test('from ids in the study', () => {
    const of = (found: string, put: string) => {
      const { query, offset } = ask(studied.replace(found, put));
      return around({ ...query, season: query.season! }, studyCalls(query, offset));
    };
    expect(of('{ id: gun', '{ id: gu$0n').outgoing).toEqual(['The gun: Payoff · E2', 'Who did it: Reveal · E2']);
    expect(of('[gun]', '[gu$0n]').here).toEqual(['The gun: Thread']);
    expect(of('fact: murder', 'fact: mur$0der').here).toEqual(['Who did it: Fact']);
    expect(of('{ id: told', '{ id: tol$0d').incoming).toEqual(['The gun: Setup · E1', 'The gun: Payoff · E2']);
    expect(of('{ id: bang', '{ id: ban$0g').here).toEqual(['The gun: Payoff · E2']);
    expect(of('title: All', 'title: Al$0l').here).toEqual([]);
  });

  test('under a horizon nothing leads beyond it', () => {
    const {
      here,
      outgoing,
      context,
      at: [thread],
    } = calls(`${studied}--- e1.treatment.md\nA pis$0tol.\n`, {
      episode: 1,
    });
    expect([here, outgoing]).toEqual([['The gun: Thread'], []]);
    // Neither does what was prepared without one.
    const [payoff] = outgoingCalls({ ...context, horizon: undefined }, thread!.node);
    expect(incomingCalls(context, payoff!.node)).toEqual([]);
  });
});

test('whatever leads somewhere is what comes from there, and every way ends', () => {
  const fixture = season(`${story}
--- e3.fountain
[[setup: gun]] [[setup: glass for=murder,other]]

[[learns: murder who=bo]] [[knows: other who=anna]]

[[payoff: glass]] [[payoff: gun]] [[reveal: other to=bo]] [[uses: other who=bo,anna]] [[herring: butler]]

[[herring: butler cleared]]`);
  const asked = { season: fixture.season() };
  const key = ({ node }: StoryCall) => JSON.stringify(node);
  const marks = [...fixture.manuscripts.keys()].flatMap((path) => {
    const text = fixture.context(path).manuscript.text.toString();
    return [...text.matchAll(/\[\[\w+: \w/g)].flatMap(({ index, 0: found }) =>
      callsAt(fixture.context(path), index + found.length),
    );
  });
  expect(marks.length).toBeGreaterThan(12);
  let edges = 0;
  for (const from of marks) {
    for (const to of outgoingCalls(asked, from.node)) {
      edges++;
      expect(incomingCalls(asked, to.node).map(key)).toContain(key(from));
    }
    for (const to of incomingCalls(asked, from.node))
      expect(outgoingCalls(asked, to.node).map(key)).toContain(key(from));
    let steps = 0;
    for (let at = [from]; at.length > 0; at = at.flatMap(({ node }) => outgoingCalls(asked, node))) steps++;
    expect(steps).toBeLessThan(6);
  }
  expect(edges).toBeGreaterThan(10);
});
