import type { Config } from '../../src/config/config.ts';
import type { IdName } from '../../src/journeys/import-users/user-of-row.ts';
import { importUsers } from './import-users.ts';
import { fromTheBeginning, type KeptProgress, progressBook } from './kept-progress.ts';
import { type ImportGround, openGround } from './open-ground.ts';
import { createProgressLine } from './progress-line.ts';
import type { UserFile } from './read/read-users.ts';
import { openRejectedRows, rejectedPaths } from './rejected-rows.ts';
import { reportInLines } from './report.ts';
import { digestOf } from './survey.ts';

/** An import as it was asked for. */
export interface ImportOrder {
  readonly path: string;
  /** Null: the first of userId, externalId, id a row has. */
  readonly idName: IdName | null;
  readonly perMinute: number;
  /** From the beginning, whatever was done before. */
  readonly anew: boolean;
  readonly json: boolean;
}

/** Imports a file, or goes on with it, and says what became of it; gives the exit code. Throws what ends an import early. */
export async function runImport(order: ImportOrder, file: UserFile, config: Config): Promise<number> {
  const ground = await openGround(config, order.perMinute);
  const { signal, stop } = interruption();
  try {
    const { organisation, settings } = ground;
    console.log(`Into ${organisation.name ?? 'the organisation'} (${organisation.id}).`);
    const digest = await digestOf(order.path);
    const book = progressBook(settings, { organisationId: organisation.id, digest, idName: order.idName });
    const kept = order.anew ? fromTheBeginning : await book.read();
    if (kept.done) console.log('This very file was imported before; --anew does it again.');
    else if (kept.report.rows > 0) console.log(`Goes on at line ${kept.line}.`);
    const progress = kept.done
      ? kept
      : await goOn({ order, file, config, ground, kept, signal, keep: book.put });
    return tell(order, progress);
  } finally {
    stop();
    await ground.close();
  }
}

async function goOn(parts: {
  order: ImportOrder;
  file: UserFile;
  config: Config;
  ground: ImportGround;
  kept: KeptProgress;
  signal: AbortSignal;
  keep: (progress: KeptProgress) => Promise<void>;
}): Promise<KeptProgress> {
  const { order, file, config, ground, kept, signal, keep } = parts;
  const rejected = openRejectedRows(rejectedPaths(order.path), file.head, kept.rejected);
  const line = createProgressLine({
    bytes: file.bytes,
    tty: process.stdout.isTTY === true,
    write: (text) => process.stdout.write(text),
    now: Date.now,
  });
  try {
    return await importUsers({
      file,
      progress: kept,
      contacts: ground.contacts,
      // Set for the program's widget or, where that is not set up yet, for this alone.
      userSource: config.widget?.userSource ?? (process.env.WIDGET_USER_SOURCE || 'Zendesk'),
      externalIdSource: config.widget?.externalIdSource ?? (process.env.WIDGET_EXTERNAL_ID_SOURCE || 'CRM'),
      rejected,
      signal,
      onRow: line.show,
      now: Date.now,
      keep,
    });
  } finally {
    line.end();
    rejected.close();
  }
}

function tell(order: ImportOrder, { report, done }: KeptProgress): number {
  console.log(reportInLines(report));
  const rejected = report.conflicting + report.bad;
  const { rows, reasons } = rejectedPaths(order.path);
  if (rejected > 0) console.log(`Not imported: ${rows}, with the reasons in ${reasons}.`);
  if (order.json) console.log(JSON.stringify({ ...report, done }));
  if (!done) return 130;
  return rejected > 0 ? 3 : 0;
}

/** Aborted by Ctrl-C or a polite end; by a second one the process is. */
function interruption(): { readonly signal: AbortSignal; stop(): void } {
  const interrupted = new AbortController();
  const interrupt = (): void => {
    if (interrupted.signal.aborted) process.exit(130);
    console.error('\nStopping after the users that are under way; Ctrl-C again stops at once.');
    interrupted.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: interrupted.signal,
    stop() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
