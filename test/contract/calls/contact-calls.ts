import sdk from 'purecloud-platform-client-v2';
import { first } from '../../support/sandbox/platform-ground.ts';
import {
  contact,
  contacts,
  contactWithIds,
  externalSource,
  externalSources,
  identifier,
} from '../shapes/contact-shapes.ts';
import { bySdk, type ContractCalls } from './contract-call.ts';
import type { SdkScene } from './sdk-scene.ts';

const api = (): sdk.ExternalContactsApi => new sdk.ExternalContactsApi();
const ada = { firstName: 'Ada', lastName: 'Byron', workEmail: 'ada@byron.example' };
const newContact = async (): Promise<string> => (await api().postExternalcontactsContacts(ada)).id ?? '';
const newSource = async (): Promise<string> =>
  (await api().postExternalcontactsExternalsources({ name: 'Ledger' })).id ?? '';
const known = ({ org }: SdkScene) =>
  first([...org.contacts.values()].filter(({ externalIds }) => externalIds.length > 0));
const everything = { expand: ['externalSources', 'identifiers'] };

/** External contacts and the systems their other ids are from. */
export const contactCalls: ContractCalls = {
  'POST /api/v2/externalcontacts/contacts': bySdk(contact, () => api().postExternalcontactsContacts(ada)),
  'GET /api/v2/externalcontacts/contacts': bySdk(contacts, () =>
    api().getExternalcontactsContacts({ pageSize: 5, expand: ['externalSources'] }),
  ),
  'GET /api/v2/externalcontacts/contacts/{contactId}': bySdk(contactWithIds, (scene) =>
    api().getExternalcontactsContact(known(scene).id, everything),
  ),
  'PUT /api/v2/externalcontacts/contacts/{contactId}': bySdk(contact, async () =>
    api().putExternalcontactsContact(await newContact(), { ...ada, title: 'Countess' }),
  ),
  // The SDK's type wants an object for a value of any kind: a String is one.
  'PATCH /api/v2/externalcontacts/contacts/{contactId}': bySdk(contact, async () =>
    api().patchExternalcontactsContact(await newContact(), {
      changes: [{ field: '$.lastName', action: 'UpdateIfExists', value: Object('Lovelace') }],
    }),
  ),
  'PATCH /api/v2/externalcontacts/contacts/{contactId}/identifiers': bySdk(identifier, async () =>
    api().patchExternalcontactsContactIdentifiers(await newContact(), {
      operation: 'Claim',
      identifier: { type: 'Email', value: 'countess@lovelace.example' },
    }),
  ),
  'POST /api/v2/externalcontacts/identifierlookup/contacts': bySdk(contactWithIds, (scene) => {
    const { sourceId, value } = first(known(scene).externalIds);
    const { name } = first([...scene.org.externalSources.values()].filter(({ id }) => id === sourceId));
    return api().postExternalcontactsIdentifierlookupContacts(
      { type: 'ExternalId', value, externalSource: { id: sourceId, name } },
      everything,
    );
  }),
  'POST /api/v2/externalcontacts/externalsources': bySdk(externalSource, () =>
    api().postExternalcontactsExternalsources({ name: 'Ledger' }),
  ),
  'GET /api/v2/externalcontacts/externalsources': bySdk(externalSources, async () => {
    await newSource();
    return api().getExternalcontactsExternalsources();
  }),
  'GET /api/v2/externalcontacts/externalsources/{externalSourceId}': bySdk(externalSource, async () =>
    api().getExternalcontactsExternalsource(await newSource()),
  ),
};
