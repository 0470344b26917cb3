// Loads the built extension and activates it, as VS Code does, and tells how long that takes, in milliseconds. For VS Code's
// API stands something that answers everything with itself: what the extension does is measured, not what is done for it.
const Module = require('node:module');
const path = require('node:path');

const anything = new Proxy(class {}, {
  get: (_, name) => {
    if (name === 'then') return undefined; // no promise
    if (name === Symbol.toPrimitive) return () => '';
    if (name === Symbol.iterator) return () => [][Symbol.iterator]();
    return anything;
  },
  // The bundle makes an object after the module, and looks for the API in what it inherits.
  getPrototypeOf: () => anything,
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));

const start = performance.now();
const extension = require(path.resolve('dist/client/node.js'));
extension.activate(anything);
process.stdout.write(String(performance.now() - start));
process.exit();
