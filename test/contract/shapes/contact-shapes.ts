import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { division, paging } from './agent-shapes.ts';
import { id, text, time, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

export const externalSource = shapeOf<Models.ExternalSource>()({
  id,
  name: text,
  active: z.boolean(),
  selfUri: uri,
});
/** By cursor, not by page. */
export const externalSources = shapeOf<Models.CursorExternalSourceListing>()({
  entities: z.array(externalSource).min(1),
  selfUri: uri,
});

const kind = z.enum(['Ephemeral', 'Identified', 'Curated']);
const contactFields = {
  id,
  division,
  firstName: text.exactOptional(),
  lastName: text.exactOptional(),
  title: text.exactOptional(),
  workEmail: text.exactOptional(),
  personalEmail: text.exactOptional(),
  otherEmail: text.exactOptional(),
  workPhone: shapeOf<Models.PhoneNumber>()({ display: text, e164: text.exactOptional() }).exactOptional(),
  type: kind,
  createDate: time,
  modifyDate: time,
  selfUri: uri,
};
const value = text;
export const contact = shapeOf<Models.ExternalContact>()({
  ...contactFields,
  externalIds: z.array(z.never()),
});
/** With `expand=externalSources,identifiers`. */
export const contactWithIds = shapeOf<Models.ExternalContact>()({
  ...contactFields,
  externalIds: z.array(shapeOf<Models.ExternalId>()({ externalSource, value })).min(1),
  identifiers: z
    .array(
      shapeOf<Models.ContactIdentifier>()({
        type: z.enum(['Email', 'Phone', 'Cookie', 'ExternalId']),
        value,
        externalSource: externalSource.exactOptional(),
      }),
    )
    .min(1),
});
const onOneSide = shapeOf<Models.ExternalContact>()({
  ...contactFields,
  externalIds: z.array(z.strictObject({ externalSource, value })),
});
export const contacts = shapeOf<Models.ContactListing>()({
  entities: z.array(onOneSide).min(1),
  ...paging,
  nextUri: uri.exactOptional(),
});
export const identifier = shapeOf<Models.ContactIdentifier>()({ type: z.literal('Email'), value: z.email() });

export const cobrowseSession = shapeOf<Models.CobrowseWebMessagingSession>()({
  id,
  name: text,
  joinCode: text,
  websocketUrl: z.url({ protocol: /^wss?$/ }),
  dateOfferEnds: time,
  communicationType: z.enum(['Call', 'Message', 'Unknown']),
  selfUri: uri,
});
