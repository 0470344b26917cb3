import { t } from '@vscode/l10n';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { describe, type Log } from '../workspace/log.ts';

/**
 * Every request goes through here (invariant 5): one that fails is logged, answers empty, and takes nothing else down; one
 * that is cancelled, before it starts or while it waits, does no more work and says so; one whose document was edited while
 * it waited never answers with positions of the text before.
 */
export interface Guarded<P, R> {
  readonly method: string;
  /** What is answered where the handler fails. */
  readonly empty: R;
  readonly handle: (params: P, token: CancellationToken) => R | Promise<R>;
  /** Which state of a document the answer is about; undefined where it is about none. */
  readonly version?: (params: P) => number | undefined;
  /** The answer does not hang on a position in the request: when the document has changed, it can be made anew. */
  readonly repeatable?: boolean;
}

export type Answer<R> = R | ResponseError<unknown>;

/** How often an answer is made anew before the client is told to ask again. */
const mostAttempts = 3;

export function guard<P, R>(
  request: Guarded<P, R>,
  log: Log,
): (params: P, token: CancellationToken) => Promise<Answer<R>> {
  const { method, empty, handle } = request;
  const version = (params: P) => request.version?.(params);
  return async (params, token) => {
    for (let attempt = 1; attempt <= (request.repeatable ? mostAttempts : 1); attempt++) {
      if (token.isCancellationRequested) return cancelled();
      try {
        const before = version(params);
        const answer = await handle(params, token);
        if (token.isCancellationRequested) return cancelled();
        if (version(params) === before) return answer;
      } catch (error) {
        if (token.isCancellationRequested) return cancelled();
        // An error that is meant for the client, such as a rename that is refused.
        if (error instanceof ResponseError) return error;
        log.error(`${method} failed: ${describe(error)}`);
        return empty;
      }
    }
    return new ResponseError(LSPErrorCodes.ContentModified, t('The document has changed meanwhile.'));
  };
}

/** The same for what answers nothing: a notification that fails is logged. */
export function guardNotification<P>(
  method: string,
  handle: (params: P) => void | Promise<void>,
  log: Log,
): (params: P) => Promise<void> {
  return async (params) => {
    try {
      await handle(params);
    } catch (error) {
      log.error(`${method} failed: ${describe(error)}`);
    }
  };
}

function cancelled(): ResponseError<unknown> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** Resolves when the promise does, or as soon as nobody waits for the answer any more. */
export function unlessCancelled<T>(promise: Promise<T>, token: CancellationToken): Promise<T | undefined> {
  if (token.isCancellationRequested) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => resolve(undefined));
    promise.then(resolve, reject).finally(() => listening.dispose());
  });
}
