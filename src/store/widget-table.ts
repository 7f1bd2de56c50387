import type { Kysely, Selectable } from 'kysely';
import { guarded } from './guarded.ts';
import { inOneOrder } from './in-one-order.ts';
import type { Schema } from './schema.ts';
import type { WidgetLink, WidgetTable } from './shapes/widget-table.ts';

/** Whose contact an id is, visits of widgets, links of conversations, assertions that count once. */
export function widgetTable(db: Kysely<Schema>): WidgetTable {
  return {
    claim: ({ source, value }, at, staleBefore) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('widgetContact')
          .values({ source, value, contactId: null, claimedAt: at, checkedAt: at })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (Number(numInsertedOrUpdatedRows) === 1) return 'mine';
        const known = await db
          .selectFrom('widgetContact')
          .selectAll()
          .where('source', '=', source)
          .where('value', '=', value)
          .executeTakeFirst();
        // Released between the two: whoever asks again finds it free.
        if (known === undefined) return 'theirs';
        if (known.contactId !== null) return { contactId: known.contactId, checkedAt: known.checkedAt };
        if (known.claimedAt >= staleBefore) return 'theirs';
        const { numUpdatedRows } = await db
          .updateTable('widgetContact')
          .set({ claimedAt: at })
          .where('source', '=', source)
          .where('value', '=', value)
          .where('contactId', 'is', null)
          .where('claimedAt', '=', known.claimedAt)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1 ? 'mine' : 'theirs';
      }),

    settle: (ids, contactId, at) =>
      guarded(async () => {
        if (ids.length === 0) return;
        await db
          .insertInto('widgetContact')
          .values(
            inOneOrder(ids, ({ source, value }) => `${source} ${value}`).map(({ source, value }) => ({
              source,
              value,
              contactId,
              claimedAt: at,
              checkedAt: at,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['source', 'value']).doUpdateSet({ contactId, checkedAt: at }),
          )
          .execute();
      }),

    hold: (claims, at) =>
      guarded(async () => {
        for (const { source, value, claimedAt } of claims) {
          const { numUpdatedRows } = await db
            .updateTable('widgetContact')
            .set({ claimedAt: at })
            .where('source', '=', source)
            .where('value', '=', value)
            .where('contactId', 'is', null)
            .where('claimedAt', '=', claimedAt)
            .executeTakeFirst();
          if (Number(numUpdatedRows) !== 1) return false;
        }
        return true;
      }),

    release: (claims) =>
      guarded(async () => {
        for (const { source, value, claimedAt } of claims)
          await db
            .deleteFrom('widgetContact')
            .where('source', '=', source)
            .where('value', '=', value)
            .where('contactId', 'is', null)
            .where('claimedAt', '=', claimedAt)
            .execute();
      }),

    idsOf: (contactId) =>
      guarded(async () =>
        db
          .selectFrom('widgetContact')
          .select(['source', 'value'])
          .where('contactId', '=', contactId)
          .orderBy('source')
          .orderBy('value')
          .execute(),
      ),

    forgetContact: (contactId) =>
      guarded(async () => {
        await db.deleteFrom('widgetContact').where('contactId', '=', contactId).execute();
      }),

    addVisit: (visit) =>
      guarded(async () => {
        await db.insertInto('widgetVisit').values(visit).execute();
      }),

    visit: (id) =>
      guarded(async () => {
        const found = await db.selectFrom('widgetVisit').selectAll().where('id', '=', id).executeTakeFirst();
        return found === undefined ? null : { ...found };
      }),

    revokeVisit: (id, at) =>
      guarded(async () => {
        const { numUpdatedRows } = await db
          .updateTable('widgetVisit')
          .set({ revokedAt: at })
          .where('id', '=', id)
          .where('revokedAt', 'is', null)
          .executeTakeFirst();
        return Number(numUpdatedRows) === 1;
      }),

    unseal: (id) =>
      guarded(async () => {
        await db.updateTable('widgetVisit').set({ sealed: null }).where('id', '=', id).execute();
      }),

    revokedButSealed: (limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('widgetVisit')
          .selectAll()
          .where('revokedAt', 'is not', null)
          .where('sealed', 'is not', null)
          .orderBy('revokedAt')
          .limit(limit)
          .execute();
        return found.map((visit) => ({ ...visit }));
      }),

    isWaitedFor: (since) =>
      guarded(async () => {
        const found = await db
          .selectFrom('widgetVisit')
          .leftJoin('widgetLink', 'widgetLink.visitId', 'widgetVisit.id')
          .select('widgetVisit.id')
          .where('widgetVisit.createdAt', '>=', since)
          .where('widgetVisit.contactId', 'is not', null)
          .where('widgetLink.conversationId', 'is', null)
          .limit(1)
          .executeTakeFirst();
        return found !== undefined;
      }),

    withoutLink: (conversationIds) =>
      guarded(async () => {
        if (conversationIds.length === 0) return [];
        const linked = await db
          .selectFrom('widgetLink')
          .select('conversationId')
          .where('conversationId', 'in', [...conversationIds])
          .execute();
        const known = new Set(linked.map(({ conversationId }) => conversationId));
        return conversationIds.filter((id) => !known.has(id));
      }),

    addLink: ({ linked, ...link }) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('widgetLink')
          .values({ ...link, linked: linked ? 1 : 0 })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows) === 1;
      }),

    putLink: ({ conversationId, contactId, linked, failures, nextTryAt, code }) =>
      guarded(async () => {
        await db
          .updateTable('widgetLink')
          .set({ contactId, linked: linked ? 1 : 0, failures, nextTryAt, code })
          .where('conversationId', '=', conversationId)
          .execute();
      }),

    dueLinks: (now, limit) =>
      guarded(async () => {
        const found = await db
          .selectFrom('widgetLink')
          .selectAll()
          .where('nextTryAt', '<=', now)
          .orderBy('nextTryAt')
          .limit(limit)
          .execute();
        return found.map(linkFromRow);
      }),

    noteAssertion: (key, endsAt) =>
      guarded(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('widgetAssertion')
          .values({ key, endsAt })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(numInsertedOrUpdatedRows) === 1;
      }),

    forgetAssertion: (key) =>
      guarded(async () => {
        await db.deleteFrom('widgetAssertion').where('key', '=', key).execute();
      }),

    prune: (before) =>
      guarded(async () => {
        await db.deleteFrom('widgetAssertion').where('endsAt', '<', before).execute();
        await db
          .deleteFrom('widgetVisit')
          .where('endsAt', '<', before)
          .where((eb) => eb.or([eb('sealed', 'is', null), eb('revokedAt', 'is', null)]))
          .execute();
        await db
          .deleteFrom('widgetLink')
          .where('visitId', 'not in', (inner) => inner.selectFrom('widgetVisit').select('id'))
          .execute();
      }),
  };
}

function linkFromRow({ linked, ...stored }: Selectable<Schema['widgetLink']>): WidgetLink {
  return { ...stored, linked: linked === 1 };
}
