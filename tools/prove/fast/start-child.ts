import { type ChildProcess, spawn } from 'node:child_process';

export interface Child {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves when it has ended and all it printed is read. */
  readonly ended: Promise<void>;
  /** Ends it the polite way, or not, if that takes ten seconds. */
  stop(): Promise<void>;
}

/** A Node program as a process of its own, with nothing of this one's environment. */
export function startChild(
  program: string,
  {
    flags = [],
    env = {},
    cwd,
    tell,
  }: {
    readonly flags?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    /** Hears what it prints, as it comes. */
    readonly tell?: (text: string) => void;
  },
): Child {
  const child = spawn(process.execPath, [...flags, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed.push(text);
      tell?.(text);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    output: () => printed.join(''),
    ended,
    async stop() {
      child.kill('SIGTERM');
      const cut = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(cut);
    },
  };
}
