/** What the user must put right: told on stderr without a stack, exit code 2. */
export class UsageError extends Error {}
