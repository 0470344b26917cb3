// Chekhov sends nothing anywhere: no bundle that runs on a writer's machine has what it would take.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const bundles = ['client/node', 'client/browser', 'server/node', 'server/browser', 'cli'];
const text = (bundle: string): string => readFileSync(new URL(`../../dist/${bundle}.js`, import.meta.url), 'utf8');

/** Ways to reach another machine, and VS Code's own to report what somebody does. */
const channels =
  /\b(createTelemetryLogger|sendTelemetry\w*|sendBeacon|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bfetch\(/g;
/** Modules of Node by which a program talks with another, here or elsewhere; what loads them may have any name. */
const talking = /[\w$]\("(?:node:)?(https?|http2|net|tls|dns|dgram|inspector|child_process|cluster|worker_threads)"\)/g;

/** The language client starts the server, and the two may talk through a pipe; commander can start programs, and does not. */
const known: Readonly<Record<string, readonly string[]>> = {
  'client/node': ['child_process', 'net'],
  'server/browser': ['child_process', 'net'],
  cli: ['child_process'],
};

test.each(bundles)('dist/%s.js has no way to another machine', (bundle) => {
  const code = text(bundle);
  expect([...new Set([...code.matchAll(channels)].map(([found]) => found))]).toEqual([]);
  const modules = new Set([...code.matchAll(talking)].map(([, module]) => module!));
  expect([...modules].sort()).toEqual(known[bundle] ?? []);
});
