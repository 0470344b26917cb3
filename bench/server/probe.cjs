// Loaded into the server's process before the server, so that the bench can ask how much memory it holds,
// and how long it has had a processor, in milliseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heapUsed, rss, peakRss: process.resourceUsage().maxRSS * 1024, processor: (user + system) / 1000 });
});
process.channel.unref();
