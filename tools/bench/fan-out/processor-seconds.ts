import { readFile } from 'node:fs/promises';

const ticksPerSecond = 100;

/** Processor time a process has used so far, in seconds; undefined where the system does not tell it this way. */
export async function processorSeconds(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // After the name in brackets: state is field 3, user and system time are 14 and 15.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
