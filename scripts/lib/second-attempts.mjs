// A reporter for Vitest: names the tests that failed at first and passed when they were run again.
import { appendFileSync } from 'node:fs';

/** Each name goes into the file that `CHEKHOV_SECOND_ATTEMPTS` names, one to a line. */
export default class SecondAttempts {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const file = process.env.CHEKHOV_SECOND_ATTEMPTS;
    if (file && test.diagnostic()?.flaky) appendFileSync(file, `${test.fullName.replaceAll(' > ', ' ')}\n`);
  }
}
