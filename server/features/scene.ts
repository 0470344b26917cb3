import { sceneReport } from '../core/query/scene-report.ts';
import { type SceneParams, type SceneResult, sceneRequest } from '../protocol/scene.ts';
import { askAt } from './ask.ts';
import type { Feature } from './feature.ts';
import { rowsOf } from './outline.ts';

/** Who is in the scene at the cursor, what they know, and which threads are open. */
export const scene: Feature<SceneParams, SceneResult | null> = {
  method: sceneRequest,
  empty: null,
  async handle({ uri, position }, session, token) {
    const asked = await askAt(session, { textDocument: { uri }, position }, token, sceneReport);
    if (!asked) return null;
    return 'rows' in asked.answer ? { rows: rowsOf(session, asked.answer.rows) } : asked.answer;
  },
};
