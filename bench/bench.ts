import { Script } from '../server/core/fountain/script.ts';
import { generateScript } from './generate.ts';
import { Typist, typings } from './keystrokes.ts';
import { measure } from './measure.ts';

const SIZES = [15_000, 150_000, 1_500_000];

/** What each thing takes at each size, in milliseconds. */
const rows = new Map<string, number[]>();

for (const size of SIZES) {
  const text = generateScript(size);
  add('floor: split at line ends', measure(() => text.split('\n')).median);
  add('full parse, with facts', measure(() => Script.parse(text)).median);
  for (const typing of typings(text)) {
    const typist = new Typist(typing);
    add(`key ${typing.name}`, measure(() => typist.key(), { atLeast: 500 }).median);
  }
}

function add(name: string, median: number): void {
  rows.set(name, [...(rows.get(name) ?? []), median]);
}

const floor = rows.get('floor: split at line ends')!;
console.log(
  `${'median, ms'.padEnd(40)}${SIZES.map((size) => `${size / 1000} kB`.padStart(12)).join('')}    150 kB / floor   ×10`,
);
for (const [name, medians] of rows) {
  const cells = medians.map((median) => median.toFixed(4).padStart(12)).join('');
  const ratio = (medians[1]! / floor[1]!).toFixed(2).padStart(14);
  const growth = (medians[2]! / medians[1]!).toFixed(2).padStart(8);
  console.log(`${name.padEnd(40)}${cells}    ${ratio}${growth}`);
}
