import picomatch from 'picomatch/posix.js';

/** Whether a path, or a folder above it, fits one of the globs. One without a slash fits a name anywhere. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.map((glob) => picomatch(glob.replace(/\/$/, ''), { dot: true, basename: !glob.includes('/') }));
  return (file) => {
    const parts = file.split('/');
    return parts.some((_, i) => {
      const upTo = parts.slice(0, i + 1).join('/');
      return tests.some((test) => test(upTo));
    });
  };
}
