import { annotateFile, annotateMention } from './annotate.ts';
import { annotationChoices } from './annotation-choices.ts';
import { changeElement } from './change-element.ts';
import { codeAction } from './code-action.ts';
import { codeActionResolve } from './code-action-resolve.ts';
import { codeLens } from './code-lens.ts';
import { codeLensResolve } from './code-lens-resolve.ts';
import { completion } from './completion.ts';
import { completionResolve } from './completion-resolve.ts';
import { counterparts } from './counterparts.ts';
import { addToStudy, createStudy } from './create-study.ts';
import { definition } from './definition.ts';
import { documentDiagnostic } from './document-diagnostic.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { episodes } from './episodes.ts';
import type { AnyFeature } from './feature.ts';
import { fileKind } from './file-kind.ts';
import { foldingRange } from './folding-range.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { implementation } from './implementation.ts';
import { incomingCalls } from './incoming-calls.ts';
import { inlayHint } from './inlay-hint.ts';
import { inlayHintResolve } from './inlay-hint-resolve.ts';
import { insertAnnotation } from './insert-annotation.ts';
import { knowledge } from './knowledge.ts';
import { lengths } from './lengths.ts';
import { marks } from './marks.ts';
import { mentions } from './mentions.ts';
import { move } from './move.ts';
import { moveParts, shiftPart } from './move-parts.ts';
import { newScript } from './new-script.ts';
import { newStudy, studyOffer } from './new-study.ts';
import { numberScenes } from './number-scenes.ts';
import { onTypeFormatting } from './on-type-formatting.ts';
import { outgoingCalls } from './outgoing-calls.ts';
import { outline, outlineFacets, outlineText, seasonRow } from './outline.ts';
import { playbackTime } from './playback-time.ts';
import { prepareCallHierarchy } from './prepare-call-hierarchy.ts';
import { prepareRename } from './prepare-rename.ts';
import { rangeFormatting } from './range-formatting.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { renameEntry } from './rename-entry.ts';
import { rowCard } from './row-card.ts';
import { scene } from './scene.ts';
import { selectionRange } from './selection-range.ts';
import { semanticTokensFull } from './semantic-tokens.ts';
import { semanticTokensDelta } from './semantic-tokens-delta.ts';
import { semanticTokensRange } from './semantic-tokens-range.ts';
import { threadIntent } from './thread-intent.ts';
import { threadWay } from './thread-way.ts';
import { warnings } from './warnings.ts';
import { workspaceDiagnostic } from './workspace-diagnostic.ts';
import { workspaceSymbol } from './workspace-symbol.ts';
import { workspaceSymbolResolve } from './workspace-symbol-resolve.ts';
import { writingKeys } from './writing-keys.ts';

/** Every request that the server answers. What it tells the client that it can is in `lsp/capabilities.ts`. */
export const allFeatures: readonly AnyFeature[] = [
  hover,
  definition,
  implementation,
  references,
  documentHighlight,
  documentSymbol,
  foldingRange,
  selectionRange,
  codeLens,
  codeLensResolve,
  inlayHint,
  inlayHintResolve,
  prepareCallHierarchy,
  incomingCalls,
  outgoingCalls,
  workspaceSymbol,
  workspaceSymbolResolve,
  semanticTokensFull,
  semanticTokensDelta,
  semanticTokensRange,
  documentDiagnostic,
  workspaceDiagnostic,
  documentLink,
  prepareRename,
  rename,
  completion,
  completionResolve,
  codeAction,
  codeActionResolve,
  formatting,
  rangeFormatting,
  onTypeFormatting,
  outline,
  outlineFacets,
  outlineText,
  seasonRow,
  rowCard,
  threadWay,
  renameEntry,
  threadIntent,
  warnings,
  knowledge,
  mentions,
  marks,
  move,
  counterparts,
  scene,
  annotateMention,
  annotateFile,
  episodes,
  fileKind,
  studyOffer,
  newStudy,
  createStudy,
  addToStudy,
  newScript,
  moveParts,
  shiftPart,
  writingKeys,
  changeElement,
  numberScenes,
  annotationChoices,
  insertAnnotation,
  playbackTime,
  lengths,
];
