import type { Models } from 'purecloud-platform-client-v2';
import { z } from 'zod';
import { count, id, text, uri } from './scalars.ts';
import { shapeOf } from './shape-of.ts';

const deploymentFields = {
  id,
  name: text,
  allowAllDomains: z.boolean(),
  allowedDomains: z.array(text),
  status: z.enum(['Active', 'Inactive', 'Pending', 'Error', 'Deleting']),
  configuration: z.strictObject({ id, name: text, version: text, selfUri: uri }),
  selfUri: uri,
};
export const deployment = shapeOf<Models.WebDeployment>()(deploymentFields);
export const deployments = shapeOf<Models.ExpandableWebDeploymentEntityListing>()({
  total: count,
  entities: z.array(shapeOf<Models.ExpandableWebDeployment>()(deploymentFields)).min(1),
  selfUri: uri,
});
