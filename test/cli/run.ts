import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The current folder. */
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built command line as a shell would, and tells what came of it. */
export async function chekhov(args: readonly string[], { cwd, stdin, env }: RunOptions): Promise<Run> {
  if (!existsSync(cli)) throw new Error('The command line is not built: npm run build');
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...rest, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
  });
  child.stdin.on('error', () => {}); // it need not be read
  child.stdin.end(stdin ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out, err };
}
