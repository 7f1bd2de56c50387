import { z } from 'zod';

const text = z.union([z.string(), z.number()]);
const refusal = z.union([
  z.looseObject({ code: text }),
  z.looseObject({ errorCode: text }),
  z.looseObject({ error: z.unknown().nonoptional() }),
  z.looseObject({ message: z.string() }),
]);
/** What axios throws, with its answer inside. */
const ofAxios = z.object({ response: z.object({ data: refusal }) });
/** What the official SDK throws. A guest's frame has a body as well, and a class. */
const ofSdk = z.object({ body: refusal, class: z.undefined().optional() });

/** The body of the answer in what a client library threw; null where the object is none of theirs. Pure. */
export function thrownBody(thrown: object): object | null {
  const axios = ofAxios.safeParse(thrown);
  if (axios.success) return axios.data.response.data;
  return ofSdk.safeParse(thrown).data?.body ?? null;
}
