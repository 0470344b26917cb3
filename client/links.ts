import { goToCommand } from '../server/protocol.ts';

/** What links in cards may do: go to a place, and nothing else. */
export const isTrusted = { enabledCommands: [goToCommand] };
