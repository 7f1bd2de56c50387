import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * That a contact and a browser are one person is known only as long as a session says so. Before those not active since then are forgotten, a
 * "stop" of either name becomes one of both, of the same moment. One that a browser has of a contact (so they are of one moment) goes to no other
 * contact: whoever signs in there after them said nothing.
 */
export async function handOnOptOuts(db: Kysely<Schema>, before: number): Promise<void> {
  const contact = sql`'contact:' || s."externalContactId"`;
  const guest = sql`'guest:' || s."channelId" || ':' || s."guestId"`;
  const forgotten = sql`s."lastActivityAt" < ${before} and s."externalContactId" is not null`;
  await sql`
    insert into "optOut" ("customerKey", "at")
    select told."customerKey", min(told."at") from (
      select ${contact} as "customerKey", o."at" as "at"
      from session s join "optOut" o on o."customerKey" = ${guest}
      where ${forgotten} and not exists (
        select 1 from "optOut" c where c."at" = o."at" and c."customerKey" like 'contact:%'
      )
      union all
      select ${guest} as "customerKey", o."at" as "at"
      from session s join "optOut" o on o."customerKey" = ${contact}
      where ${forgotten}
    ) as told
    where true
    group by told."customerKey"
    order by told."customerKey"
    on conflict ("customerKey") do nothing`.execute(db);
}
