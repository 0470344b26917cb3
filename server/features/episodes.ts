import { within } from '../core/season/horizon.ts';
import { type EpisodesParams, type EpisodesResult, episodesRequest } from '../protocol/season.ts';
import { canonical } from '../workspace/uris.ts';
import type { Feature } from './feature.ts';

/** The episodes that a horizon can be set to, and where it is. */
export const episodes: Feature<EpisodesParams, EpisodesResult | null> = {
  method: episodesRequest,
  empty: null,
  repeatable: true,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const { horizon } = session.settings(uri === undefined ? undefined : canonical(uri));
    const own = uri === undefined ? undefined : session.workspace.season(uri);
    const titles = new Map<number, Set<string>>();
    for (const key of own ? [own.key] : session.workspace.seasonKeys()) {
      const season = await session.workspace.seasonInSteps(key);
      if (token.isCancellationRequested) return null;
      if (!season) continue;
      for (const { number, title } of within(season, horizon).episodes) {
        if (number === undefined) continue;
        const known = titles.get(number) ?? new Set();
        titles.set(number, title ? known.add(title) : known);
      }
    }
    const list = [...titles]
      .sort(([a], [b]) => a - b)
      .map(([number, names]) => ({ number, ...(names.size === 1 && { title: [...names][0]! }) }));
    return { episodes: list, ...(horizon && { horizon: horizon.episode }) };
  },
};
