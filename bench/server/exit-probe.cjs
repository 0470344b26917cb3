// Loaded into a command's process before the command: at the end it writes to a pipe of its own, the third, how long it has had
// a processor, in milliseconds, and the most memory that it had.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ processor: (user + system) / 1000, peakRss: maxRSS * 1024 }));
});
