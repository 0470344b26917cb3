// Loaded into the server's process before the server, so that the bench can ask how much memory it holds,
// and how long it has had a processor, in milliseconds, but for what the bench itself had it do.
let collecting = 0;

process.on('message', () => {
  const before = processor();
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heapUsed, rss, peakRss: process.resourceUsage().maxRSS * 1024, processor: before - collecting });
  collecting += processor() - before;
});
process.channel.unref();

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
