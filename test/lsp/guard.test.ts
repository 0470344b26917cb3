import { beforeEach, describe, expect, it } from 'vitest';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { guard, unlessCancelled } from '../../server/lsp/guard.ts';

const logged: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (line: string) => void logged.push(line) };
const none = CancellationToken.None;

beforeEach(() => {
  logged.length = 0;
});

const codeOf = (answer: unknown) => (answer instanceof ResponseError ? answer.code : answer);

describe('a guarded request', () => {
  it('that fails answers empty and leaves a line in the log', async () => {
    const failing = [
      () => {
        throw new Error('broken');
      },
      () => Promise.reject(new Error('broken')),
      () => {
        throw 'broken';
      },
    ];
    for (const handle of failing) {
      const answer = await guard<null, string[]>({ method: 'textDocument/x', empty: [], handle }, log)(null, none);
      expect(answer).toEqual([]);
    }
    expect(logged).toHaveLength(3);
    for (const line of logged) expect(line).toMatch(/^textDocument\/x failed: .*broken/);
  });

  it('hands on an error that is meant for the client', async () => {
    const refused = new ResponseError(LSPErrorCodes.RequestFailed, 'That name is taken.');
    const handle = () => Promise.reject(refused);
    expect(await guard({ method: 'x', empty: null, handle }, log)(null, none)).toBe(refused);
    expect(logged).toEqual([]);
  });

  it('does nothing where it is cancelled before it starts', async () => {
    let started = false;
    const handle = () => {
      started = true;
      return null;
    };
    const source = new CancellationTokenSource();
    source.cancel();
    const answer = await guard({ method: 'x', empty: null, handle }, log)(null, source.token);
    expect(codeOf(answer)).toBe(LSPErrorCodes.RequestCancelled);
    expect(started).toBe(false);
  });

  it('says that it is cancelled, be it answered or failed meanwhile', async () => {
    for (const end of [async () => 'late', () => Promise.reject(new Error('late'))]) {
      const source = new CancellationTokenSource();
      const handle = () => {
        source.cancel();
        return end();
      };
      const answer = await guard({ method: 'x', empty: '', handle }, log)(null, source.token);
      expect(codeOf(answer)).toBe(LSPErrorCodes.RequestCancelled);
    }
    expect(logged).toEqual([]);
  });

  it('never answers about a text that is no more', async () => {
    let version = 1;
    const handle = async () => ++version;
    const answer = await guard({ method: 'x', empty: 0, handle, version: () => version }, log)(null, none);
    expect(codeOf(answer)).toBe(LSPErrorCodes.ContentModified);
  });

  it('is made anew where it hangs on no position, until it fits', async () => {
    let version = 1;
    const handle = async () => (version < 3 ? ++version : version);
    const request = { method: 'x', empty: 0, handle, version: () => version, repeatable: true };
    expect(await guard(request, log)(null, none)).toBe(3);
  });

  it('is not made anew for ever', async () => {
    let version = 1;
    const handle = async () => ++version;
    const request = { method: 'x', empty: 0, handle, version: () => version, repeatable: true };
    expect(codeOf(await guard(request, log)(null, none))).toBe(LSPErrorCodes.ContentModified);
    expect(version).toBeLessThan(10);
  });
});

it('waits no longer than somebody waits for it', async () => {
  const source = new CancellationTokenSource();
  const waiting = unlessCancelled(new Promise(() => {}), source.token);
  source.cancel();
  expect(await waiting).toBeUndefined();
  expect(await unlessCancelled(Promise.resolve(1), none)).toBe(1);
  await expect(unlessCancelled(Promise.reject(new Error('x')), none)).rejects.toThrow('x');
});
