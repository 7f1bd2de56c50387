import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Api } from '../platform/api.ts';
import { checked, checkedQuery } from '../platform/checked.ts';
import { listOf, paged, paging } from '../platform/paged.ts';
import { badRequest, notFound, PlatformError } from '../platform/platform-error.ts';
import type { Org } from '../world/org.ts';
import { contactBody, contactFields, identifierBody } from './contact-body.ts';
import { contactView } from './contact-view.ts';
import type { ContactIdentifier, ExternalContact, ExternalId } from './external-contact.ts';
import { contactIdentifiedBy, findContact } from './find-contact.ts';
import { isSame } from './identifiers.ts';
import { patchBody, patched } from './patched.ts';

const expand = listOf([
  'externalOrganization',
  'externalDataSources',
  'identifiers',
  'externalSources',
  'division',
]);
const expandQuery = z.object({ expand });
const search = paging.extend({ q: z.string().optional(), sortOrder: z.string().optional(), expand });
const claim = z.object({ operation: z.enum(['Claim', 'Release']), identifier: identifierBody });

type OfContact = { Params: { contactId: string } };
const contacts = '/api/v2/externalcontacts/contacts';
const uniqueness = 'that an external id is of one contact only, and 409 for the second';

/** External Contacts: people an organisation knows, with their ids in other systems. */
export function contactRoutes({ app, sandbox, orgOf }: Api): void {
  const contactOf = (request: FastifyRequest<OfContact>): { org: Org; contact: ExternalContact } => {
    const org = orgOf(request);
    const contact = findContact(sandbox, org, request.params.contactId);
    if (contact === undefined) throw notFound('contact');
    return { org, contact };
  };
  /** Writes the body's fields over those the contact has; a new contact has none. */
  const write = (org: Org, contact: ExternalContact, body: unknown): void => {
    const given = checked(contactBody, body);
    const externalIds = given.externalIds?.map(({ externalSource, value }) => ({
      sourceId: externalSource.id,
      value,
    }));
    requireFree(org, contact, externalIds ?? []);
    org.contacts.change(contact, {
      fields: fieldsOf(given),
      ...(externalIds !== undefined && { externalIds }),
    });
    contact.modifiedAt = sandbox.now();
    sandbox.changed();
  };

  app.post(
    contacts,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:contact:add'] },
        unverified: uniqueness,
      },
    },
    (request) => {
      const org = orgOf(request);
      const at = sandbox.now();
      const contact: ExternalContact = {
        id: sandbox.newId(),
        type: 'Curated',
        fields: {},
        externalIds: [],
        claimed: [],
        createdAt: at,
        modifiedAt: at,
      };
      write(org, contact, request.body);
      org.contacts.set(contact.id, contact);
      return contactView(org, contact);
    },
  );

  app.get(
    contacts,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:contact:view'] },
        unverified: 'which fields the keyword is looked for in; that its words must all be there',
      },
    },
    (request) => {
      const org = orgOf(request);
      const { q = '', expand: wanted, pageSize, pageNumber } = checkedQuery(search, request.query);
      if (pageSize * pageNumber > 1000) throw badRequest('pageNumber * pageSize must not be over 1000.');
      const words = q
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      const found = [...org.contacts.values()].filter(({ type, fields, externalIds }) => {
        const text = JSON.stringify([Object.values(fields), externalIds]).toLowerCase();
        return type === 'Curated' && words.every((word) => text.includes(word));
      });
      return paged(
        found.map((each) => contactView(org, each, wanted)),
        { pageSize, pageNumber },
        request.url,
      );
    },
  );

  app.get<OfContact>(
    `${contacts}/:contactId`,
    { config: { source: 'SDK 262', permissions: { all: ['externalContacts:contact:view'] } } },
    (request) => {
      const { org, contact } = contactOf(request);
      return contactView(org, contact, checkedQuery(expandQuery, request.query).expand);
    },
  );

  app.put<OfContact>(
    `${contacts}/:contactId`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:contact:edit'] },
        unverified: uniqueness,
      },
    },
    (request) => {
      const { org, contact } = contactOf(request);
      write(org, contact, request.body);
      return contactView(org, contact);
    },
  );

  app.patch<OfContact>(
    `${contacts}/:contactId`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:contact:edit'] },
        unverified: `${uniqueness}; refusals of changes that do not fit their field`,
      },
    },
    (request) => {
      const { org, contact } = contactOf(request);
      const { changes } = checked(patchBody, request.body);
      const externalIds = contact.externalIds.map(({ sourceId, value }) => ({
        externalSource: { id: sourceId },
        value,
      }));
      write(org, contact, patched({ ...contact.fields, externalIds }, changes));
      return contactView(org, contact);
    },
  );

  app.patch<OfContact>(
    `${contacts}/:contactId/identifiers`,
    {
      config: {
        source: 'SDK 262',
        permissions: { all: ['externalContacts:contact:edit'] },
        unverified: '409 for an identifier another contact has',
      },
    },
    (request) => {
      const { org, contact } = contactOf(request);
      const { operation, identifier } = checked(claim, request.body);
      const named = identifierOf(org, identifier);
      const owner = contactIdentifiedBy(org, named);
      if (operation === 'Release') {
        org.contacts.change(contact, {
          claimed: contact.claimed.filter((each) => !isSame(each, named)),
          externalIds: contact.externalIds.filter((each) => !isSame({ type: 'ExternalId', ...each }, named)),
        });
      } else if (owner === undefined) {
        org.contacts.change(contact, { claimed: [...contact.claimed, named] });
      } else if (owner !== contact) throw conflict('The identifier is of another contact.');
      sandbox.changed();
      return identifier;
    },
  );

  app.post(
    '/api/v2/externalcontacts/identifierlookup/contacts',
    { config: { source: 'SDK 262', permissions: { all: ['externalContacts:contact:view'] } } },
    (request) => {
      const org = orgOf(request);
      const { expand: wanted } = checkedQuery(expandQuery, request.query);
      const found = contactIdentifiedBy(org, identifierOf(org, checked(identifierBody, request.body)));
      if (found === undefined) throw notFound('contact');
      return contactView(org, found, wanted);
    },
  );
}

function fieldsOf(body: z.output<typeof contactBody>): Record<string, unknown> {
  const known = Object.keys(contactFields.shape);
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => known.includes(name) && value !== undefined),
  );
}

function identifierOf(
  org: Org,
  { type, value, externalSource }: z.output<typeof identifierBody>,
): ContactIdentifier {
  if (type !== 'ExternalId') return { type, value };
  if (externalSource === undefined) throw badRequest('An ExternalId needs its externalSource.');
  if (!org.externalSources.has(externalSource.id)) throw notFound('external source');
  return { type, value, sourceId: externalSource.id };
}

/**
 * The one guard against making a person twice: requests are taken one after the other, so of two that race the second
 * finds the first one's contact.
 */
function requireFree(org: Org, contact: ExternalContact, externalIds: readonly ExternalId[]): void {
  for (const externalId of externalIds) {
    if (!org.externalSources.has(externalId.sourceId)) throw badRequest('There is no such external source.');
    const owner = contactIdentifiedBy(org, { type: 'ExternalId', ...externalId });
    if (owner !== undefined && owner !== contact && org.contacts.idsAreUnique)
      throw conflict('A contact with this external id exists.');
  }
}

function conflict(message: string): PlatformError {
  return new PlatformError(409, 'conflict', message);
}
