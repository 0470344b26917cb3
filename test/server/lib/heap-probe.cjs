// Loaded into a server's process before the server: answers any message with the bytes that its heap holds in use.
process.on('message', () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();
