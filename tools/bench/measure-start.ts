import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram } from '../program/start-program.ts';
import { temporaryDirectory } from '../program/temporary-directory.ts';

/** Starts the program with its sandbox from an empty data directory, so often. Milliseconds to ready, and memory when idle. */
export async function measureStart(times: number): Promise<{ readyMs: number[]; idleRssMb: number[] }> {
  const readyMs: number[] = [];
  const idleRssMb: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const directory = await temporaryDirectory();
    const program = await startProgram({ dataDir: directory.path });
    readyMs.push(program.readyAfterMs);
    await pause(2_000);
    const status = await readFile(`/proc/${program.child.pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kilobytes !== undefined) idleRssMb.push(Number(kilobytes) / 1024);
    await program.stop();
    await directory.remove();
  }
  return { readyMs, idleRssMb };
}
