/**
 * For so many milliseconds long work may go on before it pauses. Whoever waits has to wait for the part that is being done,
 * and maybe for another one: with parts of a few milliseconds, no longer than a frame.
 */
const longest = 4;
/**
 * So many turns of the event loop a pause gives to others. A message is read in one and handled in the next, and its answer
 * takes one or two more to be written: with a single turn in each pause it would wait for as many pauses.
 */
const turnsOfPause = 4;

let since = performance.now();
let pauses = 0;

/**
 * Long work pauses between its parts, so that requests are answered meanwhile. A pause costs nothing until some time has
 * gone by since the last. All long work shares it, however much of it there is: all wait, and go on one after the other.
 */
export async function pause(): Promise<void> {
  while (performance.now() - since >= longest) {
    const before = pauses;
    for (let turn = 0; turn < turnsOfPause; turn++) await nextTurn();
    if (pauses !== before) continue;
    pauses++;
    since = performance.now();
    return;
  }
}

/** Resolves when messages that already wait have had their turn. */
export function nextTurn(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => void };
  if (setImmediate) return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    // In a worker `setTimeout` waits for 4 ms or more; a message does not.
    const { port1, port2 } = new MessageChannel() as unknown as Ports;
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** As much of a channel as the types of Node and of workers agree on. */
interface Ports {
  readonly port1: { onmessage: () => void; close(): void };
  readonly port2: { postMessage(message: unknown): void };
}
