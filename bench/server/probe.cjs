// Loaded into the server's process before the server, so that the bench can ask how much memory it holds.
process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ heapUsed, rss, peakRss: process.resourceUsage().maxRSS * 1024 });
});
process.channel.unref();
