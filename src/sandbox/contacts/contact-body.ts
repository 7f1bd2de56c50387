import { z } from 'zod';

const text = z.string().max(100);
const email = z.email().max(256);
const phone = z.strictObject({
  display: z.string().optional(),
  extension: z.number().optional(),
  acceptsSMS: z.boolean().optional(),
  normalizationCountryCode: z.string().optional(),
  userInput: z.string().optional(),
  e164: z
    .string()
    .regex(/^\+[1-9]\d{1,14}$/, 'must be an E.164 number')
    .optional(),
  countryCode: z.string().optional(),
});
const source = z.object({ id: z.string().min(1) });
const externalId = z.object({ externalSource: source, value: z.string().min(1).max(255) });

/** What an ExternalContact (SDK 262) says of the person, as far as the sandbox keeps it. */
export const contactFields = z.strictObject({
  firstName: text.optional(),
  middleName: text.optional(),
  lastName: text.optional(),
  salutation: text.optional(),
  title: text.optional(),
  workEmail: email.optional(),
  personalEmail: email.optional(),
  otherEmail: email.optional(),
  workPhone: phone.optional(),
  cellPhone: phone.optional(),
  homePhone: phone.optional(),
  otherPhone: phone.optional(),
  address: z.record(z.string(), z.string()).optional(),
  surveyOptOut: z.boolean().optional(),
  externalSystemUrl: z.url().optional(),
});

/** A body to write a contact with. What the platform sets itself may be there, as it came, and is passed over. */
export const contactBody = contactFields.extend({
  externalIds: z.array(externalId).max(10).optional(),
  division: z.object({ id: z.string().optional() }).optional(),
  id: z.string().optional(),
  type: z.string().optional(),
  identifiers: z.array(z.unknown()).optional(),
  externalDataSources: z.array(z.unknown()).optional(),
  createDate: z.string().optional(),
  modifyDate: z.string().optional(),
  selfUri: z.string().optional(),
});

/** A ContactIdentifier as it is looked up and claimed. */
export const identifierBody = z.object({
  type: z.enum([
    'SocialLine',
    'SocialFacebook',
    'SocialTwitter',
    'SocialWhatsapp',
    'SocialInstagram',
    'AppleOpaqueId',
    'Email',
    'Phone',
    'Cookie',
    'ExternalId',
  ]),
  value: z.string().min(1).max(255),
  externalSource: source.optional(),
});
