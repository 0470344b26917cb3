// Waiting for a condition, never for a length of time.
import net from 'node:net';

export const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls `probe` until its result is truthy, and returns that. A probe that throws has not succeeded yet.
 * @template T
 * @param {string} what completes "gave up waiting for …"
 * @param {() => T | Promise<T>} probe
 * @param {{ timeout?: number, every?: number }} [limits] in milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function poll(what, probe, { timeout = 45_000, every = 100 } = {}) {
  const until = Date.now() + timeout;
  for (let last; ; await pause(every)) {
    try {
      const result = await probe();
      if (result) return result;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) {
      throw new Error(
        `gave up waiting for ${what} after ${timeout / 1000} s${last ? `: ${last.message ?? last}` : ''}`,
      );
    }
  }
}

/**
 * Settles as `promise` does, or fails after `ms`.
 * @template T
 * @param {string} what completes "… took longer than …"
 * @param {Promise<T>} promise
 * @param {number} ms
 * @returns {Promise<T>}
 */
export async function within(what, promise, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether nothing listens on this port of 127.0.0.1. @param {number} port @returns {Promise<boolean>} */
export const portIsFree = (port) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
