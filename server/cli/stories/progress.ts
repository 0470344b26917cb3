/** What takes less long than this (in milliseconds) is not talked about. */
const patience = 500;
const every = 100;

/**
 * Shows a line on stderr while something takes long, where that is a terminal, and takes it away when it is done.
 * @param line what to show now; empty for nothing
 */
export async function withProgress<T>(line: () => string, work: () => Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work();
  const start = performance.now();
  const show = (text: string) => stderr.write(`\r\x1b[K${text}`);
  let shown = false;
  const timer = setInterval(() => {
    if (performance.now() - start < patience) return;
    shown = true;
    show(line().slice(0, Math.max(0, (stderr.columns ?? 80) - 1)));
  }, every);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (shown) show('');
  }
}
