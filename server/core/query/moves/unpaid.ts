import { byMoment } from '../../season/moments.ts';
import type { Occurrence } from '../../season/season.ts';
import type { QueryContext } from '../context.ts';
import type { Stop } from './stops.ts';

/** The setups of threads that are owed a payoff, as they stand in texts: in this one, where it tells the episode too. */
export function unpaidStops(context: QueryContext): Stop[] {
  const { season, uri, manuscript } = context;
  const setups = [...season.threads.values()]
    .filter(({ status }) => status === 'unpaid')
    .flatMap((thread) => thread.setups)
    .sort(byMoment);
  const stops = setups.flatMap((setup): Stop[] => {
    const target = textOf(setup, uri);
    return target && setup.moment ? [{ target, episode: setup.moment.episode }] : [];
  });
  // Of a text beside the one that counts, only the text itself knows the order.
  const isHere = ({ target }: Stop) => target.uri === uri;
  return stops.sort((a, b) =>
    a.episode === b.episode && isHere(a) && isHere(b)
      ? manuscript.place(a.target.item).start - manuscript.place(b.target.item).start
      : a.episode - b.episode,
  );
}

function textOf({ text, also }: Occurrence, uri: string) {
  return [text, ...also].find((one) => one?.uri === uri) ?? text;
}
