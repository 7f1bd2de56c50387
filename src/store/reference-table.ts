import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { ReachbackError } from '../errors/reachback-error.ts';
import { guarded } from './guarded.ts';
import type { ReadableRows } from './readable-rows.ts';
import type { Schema } from './schema.ts';
import type { ConversationReference, ReferenceTable } from './shapes/reference-table.ts';

/** Where the bot may write to in Teams; survives restarts and redeployments. */
export function referenceTable(db: Kysely<Schema>, readable: ReadableRows): ReferenceTable {
  return {
    put: (reference) =>
      guarded(async () => {
        const { conversationId, ...rest } = { ...reference, installed: reference.installed ? 1 : 0 };
        await db
          .insertInto('reference')
          .values({ conversationId, ...rest, createdAt: reference.updatedAt })
          .onConflict((conflict) =>
            conflict
              .column('conversationId')
              .doUpdateSet(rest)
              .where('reference.toldAt', '<=', reference.toldAt),
          )
          .execute();
      }),

    get: (conversationId) =>
      guarded(async () => {
        const stored = await db
          .selectFrom('reference')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .executeTakeFirst();
        return stored === undefined ? null : fromRow(stored);
      }),

    installed: () =>
      guarded(async () => {
        const stored = await db
          .selectFrom('reference')
          .selectAll()
          .where('installed', '=', 1)
          .orderBy('createdAt')
          .orderBy('conversationId')
          .execute();
        return readable(stored, fromRow);
      }),

    personal: () =>
      guarded(async () => {
        const stored = await db
          .selectFrom('reference')
          .selectAll()
          .where('kind', '=', 'personal')
          .orderBy('createdAt')
          .orderBy('conversationId')
          .execute();
        return readable(stored, fromRow);
      }),

    refused: () =>
      guarded(async () => {
        const stored = await db
          .selectFrom('reference')
          .selectAll()
          .where('refusedWith', 'is not', null)
          .orderBy('createdAt')
          .orderBy('conversationId')
          .execute();
        return readable(stored, fromRow);
      }),

    markRefused: (conversationId, at, code) =>
      guarded(async () => {
        await db
          .updateTable('reference')
          .set({ installed: 0, refusedWith: code, updatedAt: at })
          .where('conversationId', '=', conversationId)
          .execute();
      }),
  };
}

const kind = z.enum(['personal', 'channel']);

function fromRow({ createdAt: _, ...stored }: Selectable<Schema['reference']>): ConversationReference {
  const seen = kind.safeParse(stored.kind);
  if (!seen.success)
    throw new ReachbackError('store.row-invalid', {
      cause: seen.error,
      facts: { table: 'reference', id: stored.conversationId },
    });
  return { ...stored, kind: seen.data, installed: stored.installed === 1 };
}
