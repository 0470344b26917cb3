import { scriptsThatTell } from '../core/knowledge/knowing.ts';
import { presenceAmong } from '../core/knowledge/presence.ts';
import { type FactRow, type KnowledgeTable as Known, knowledgeTable } from '../core/knowledge/table.ts';
import type { Manuscript } from '../core/manuscript.ts';
import { targetOf } from '../core/query/cards/stations.ts';
import type { Measure } from '../core/query/context.ts';
import { whereLabel } from '../core/query/labels.ts';
import { personName, viaName } from '../core/query/persons.ts';
import { within } from '../core/season/horizon.ts';
import type { KnowledgePoint, Season, Target } from '../core/season/season.ts';
import type { Settings } from '../lsp/settings.ts';
import {
  type KnowledgeMoment,
  type KnowledgeParams,
  type KnowledgeRow,
  type KnowledgeTable,
  knowledgeRequest,
} from '../protocol/knowledge.ts';
import type { OutlineLocation } from '../protocol/positions.ts';
import { canonical } from '../workspace/uris.ts';
import { aTextOf, locationOf, Measuring, measured, mostRead } from './ask.ts';
import type { Feature, Session } from './feature.ts';

/** Who knows what by when, in one season or in all. */
export const knowledge: Feature<KnowledgeParams, KnowledgeTable[]> = {
  method: knowledgeRequest,
  empty: [],
  repeatable: true,
  async handle({ uri }, session, token) {
    await session.ready(token);
    const { workspace } = session;
    if (typeof uri !== 'string') {
      const measuring = new Measuring(session);
      const tables: KnowledgeTable[] = [];
      for (const key of workspace.seasonKeys()) {
        const season = await workspace.seasonInSteps(key, 'stories');
        const scripts = await scriptsOf(session, season);
        if (token.isCancellationRequested) return [];
        const table = await measuring.ask((measure) => {
          const season = workspace.seasonWithKey(key);
          return season && tableOf(session, season, session.settings(aTextOf(season)), scripts, measure);
        });
        if (table) tables.push(table);
      }
      return tables;
    }
    const scripts = await scriptsOf(session, workspace.season(uri));
    const season = workspace.season(uri);
    if (!season) return [];
    return measured(session, (measure) => [
      tableOf(session, season, session.settings(canonical(uri)), scripts, measure),
    ]);
  },
};

type Scripts = ReadonlyMap<string, Manuscript>;

/** The scripts whose action tells who is there when something is revealed. */
async function scriptsOf({ workspace }: Session, season: Season | undefined): Promise<Scripts> {
  const scripts = new Map<string, Manuscript>();
  for (const uri of season ? scriptsThatTell(season).slice(0, mostRead) : []) {
    const script = await workspace.manuscript(uri);
    if (script) scripts.set(uri, script);
  }
  return scripts;
}

function tableOf(
  session: Session,
  season: Season,
  { horizon }: Settings,
  scripts: Scripts,
  measure: Measure,
): KnowledgeTable {
  const presence = presenceAmong(within(season, horizon), scripts);
  return toTable(session, knowledgeTable(season, { horizon, presence }), measure);
}

function toTable(session: Session, { season, people, facts }: Known, measure: Measure): KnowledgeTable {
  return {
    title: season.title,
    people: people.map((id) => ({ id, name: personName(season, id) })),
    facts: facts.map((row) => toRow(session, season, row, measure)),
  };
}

function toRow(session: Session, season: Season, { fact, cells, ironies }: FactRow, measure: Measure): KnowledgeRow {
  const declared = fact.declared && season.study && { uri: season.study.uri, span: fact.declared.span };
  const first = fact.points[0];
  const location = placed(session, declared ?? (first && targetOf(season, first)));
  const toMoment = (point: KnowledgePoint): KnowledgeMoment => {
    const there = placed(session, targetOf(season, point));
    return {
      where: whereLabel(season, point, point.text && measure.page(point.text)),
      ...(point.via && { via: viaName(season, point.via) }),
      ...(point.flashback && { flashback: true as const }),
      ...(there && { location: there }),
    };
  };
  return {
    id: fact.id,
    title: fact.title,
    ...(location && { location }),
    cells: cells.map(({ who, always, learns, uses }) => ({
      who,
      ...(always && { always: true as const }),
      learns: learns.map(toMoment),
      uses: uses.map(toMoment),
    })),
    ironies: ironies.map(({ who, from, to }) => ({ who, from: toMoment(from), to: toMoment(to) })),
  };
}

function placed(session: Session, target: Target | undefined): OutlineLocation | undefined {
  const place = target && session.workspace.place(target);
  return place && locationOf(session, place);
}
