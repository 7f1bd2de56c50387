import sdk, { type Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { id, text, uri } from '../shapes/scalars.ts';
import { shapeOf } from '../shapes/shape-of.ts';
import { bySdk, type ContractCalls } from './contract-call.ts';

const policy = shapeOf<Models.AuthzGrantPolicy>()({
  domain: text,
  entityName: text,
  actions: z.array(text).min(1),
});

const grant = shapeOf<Models.AuthzGrant>()({
  subjectId: id,
  division: shapeOf<Models.AuthzDivision>()({
    id,
    name: text,
    description: z.string(),
    homeDivision: z.literal(true),
    selfUri: uri,
  }),
  role: shapeOf<Models.AuthzGrantRole>()({
    id,
    name: text,
    policies: z.array(policy).min(1),
    default: z.boolean(),
    selfUri: uri,
  }),
});

const subject = shapeOf<Models.AuthzSubject>()({
  id,
  name: text,
  grants: z.array(grant).length(1),
  selfUri: uri,
});

const organisation = shapeOf<Models.Organization>()({
  id,
  name: text,
  thirdPartyOrgName: text,
  state: z.literal('active'),
  version: z.int(),
  selfUri: uri,
});

/** What the caller may do, and where. */
export const subjectCalls: ContractCalls = {
  'GET /api/v2/authorization/subjects/me': bySdk(subject, () =>
    new sdk.AuthorizationApi().getAuthorizationSubjectsMe(),
  ),
  'GET /api/v2/organizations/me': bySdk(organisation, () => new sdk.OrganizationApi().getOrganizationsMe()),
};
