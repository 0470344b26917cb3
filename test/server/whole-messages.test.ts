import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { WholeMessages } from '../../server/whole-messages.node.ts';

/** What has come, call by call. */
function receiver() {
  const calls: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      calls.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      calls.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  return { calls, stream };
}

const write = (stream: Writable, chunk: string) =>
  new Promise<void>((resolve, reject) => stream.write(chunk, (error) => (error ? reject(error) : resolve())));

test('a header and its content go on in one call', async () => {
  const { calls, stream } = receiver();
  const messages = new WholeMessages(stream);
  for (const text of ['one', 'zwölf', '']) {
    await write(messages, `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n`);
    await write(messages, text);
  }
  expect(calls).toEqual([
    'Content-Length: 3\r\n\r\none',
    'Content-Length: 6\r\n\r\nzwölf',
    'Content-Length: 0\r\n\r\n',
  ]);
});

test('a header waits for its content', async () => {
  const { calls, stream } = receiver();
  const messages = new WholeMessages(stream);
  await write(messages, 'Content-Length: 2\r\n\r\n');
  expect(calls).toEqual([]);
  await write(messages, '{}');
  expect(calls).toHaveLength(1);
});

test('ends with the stream that it goes on to', async () => {
  const { stream } = receiver();
  const messages = new WholeMessages(stream);
  const failed = new Promise<Error>((resolve) => messages.once('error', resolve));
  stream.destroy(new Error('the pipe is broken'));
  expect((await failed).message).toBe('the pipe is broken');
  expect(messages.destroyed).toBe(true);
});
