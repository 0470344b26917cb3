// Runs the suite with Mocha inside an extension host, Node's or the web worker's, and tells
// what happens line by line on the console, from where scripts/lib/suite.mjs gathers it.
import 'mocha/mocha.js'; // Mocha's build for browsers, which serves in Node too
import { mark, type Told } from './told.ts';

declare const Mocha: typeof import('mocha');

const tell = (told: Told) => console.log(mark + JSON.stringify(told));

function reporter(runner: Mocha.Runner): void {
  runner.on('test', (test) => tell({ what: 'start', name: test.fullTitle() }));
  runner.on('pass', (test) => tell({ what: 'pass', name: test.fullTitle(), ms: test.duration ?? 0 }));
  runner.on('pending', (test) =>
    tell({ what: 'fail', name: test.fullTitle(), error: 'skipped: nothing is skipped here' }),
  );
  runner.on('fail', (test, error) =>
    tell({ what: 'fail', name: test.fullTitle(), error: error.stack ?? String(error) }),
  );
}

/**
 * What VS Code calls as a test run: `load` declares the tests.
 * Resolves when all ran, also when some failed: that was told.
 */
export async function runSuite(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: reporter as never });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  load();
  await new Promise<number>((resolve) => mocha.run(resolve));
  tell({ what: 'end' });
}
