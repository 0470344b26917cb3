// The seed of all that tests draw at random. It is the same in every run, so that a run says of the code alone whether it
// is right; `npm run fuzz` gives others. A property that fails prints it.
import fc from 'fast-check';

/** `CHEKHOV_SEED`, a whole number. */
export const seed = Number(process.env.CHEKHOV_SEED ?? 1);

fc.configureGlobal({ seed });
