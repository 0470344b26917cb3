/** Where a line is written that someone may look for when something is missing. In VS Code: the *Chekhov* output channel. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** An error as a log line shows it: with its stack where it has one. */
export function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return String(error);
}
