import { goToCommand } from '../server/protocol/client.ts';

/** What links in cards may do: go to a place, and nothing else. */
export const isTrusted = { enabledCommands: [goToCommand] };
