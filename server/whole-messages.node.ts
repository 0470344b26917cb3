import { Writable } from 'node:stream';

/**
 * A stream of messages, each of which comes as two chunks: its header, then its content. They go on as one, in a single call of
 * the system: the other process wakes up once for a message, and not twice.
 */
export class WholeMessages extends Writable {
  private readonly to: Writable;
  private header: Buffer | undefined;

  constructor(to: Writable) {
    super();
    this.to = to;
    to.on('error', (error) => this.destroy(error));
    to.on('close', () => this.destroy());
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.header) {
      this.header = chunk;
      done();
      return;
    }
    this.to.cork();
    this.to.write(this.header);
    this.to.write(chunk, done);
    this.to.uncork();
    this.header = undefined;
  }
}
