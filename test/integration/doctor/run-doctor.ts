import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const entry = fileURLToPath(new URL('../../../tools/doctor/index.ts', import.meta.url));

const answer = z.strictObject({
  ok: z.boolean(),
  findings: z.array(
    z.strictObject({
      check: z.string(),
      level: z.enum(['ok', 'warning', 'problem']),
      code: z.string().optional(),
      said: z.string().min(1),
      likely: z.string().min(1).optional(),
      next: z.string().min(1).optional(),
    }),
  ),
});

export type DoctorFinding = z.infer<typeof answer>['findings'][number];

export interface DoctorRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the real doctor as a process of its own, in this environment and no other. */
export async function runDoctor(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['--json'],
): Promise<DoctorRun> {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  await new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { exitCode: child.exitCode, output, errors };
}

/** What it found, which is all it says with `--json`. Every finding that is not well has its next step. */
export function findingsOf({ output, errors }: DoctorRun): DoctorFinding[] {
  let json: unknown;
  try {
    json = JSON.parse(output);
  } catch {
    throw new Error(`the doctor said no JSON: ${output}${errors}`);
  }
  const { ok, findings } = answer.parse(json);
  if (ok !== findings.every(({ level }) => level !== 'problem'))
    throw new Error('ok is not what the findings say');
  const helpless = findings.filter(({ level, next }) => (level === 'ok') !== (next === undefined));
  if (helpless.length > 0) throw new Error(`without its next step: ${JSON.stringify(helpless)}`);
  return findings;
}

/** `check code` of each finding of a level. */
export function namesOf(findings: readonly DoctorFinding[], level: DoctorFinding['level']): string[] {
  return findings
    .filter((finding) => finding.level === level)
    .map(({ check, code }) => (code === undefined ? check : `${check} ${code}`));
}
