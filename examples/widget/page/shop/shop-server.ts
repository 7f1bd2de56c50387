import { z } from 'zod';

/** Who is signed in to the shop. */
export interface Customer {
  readonly userId: string;
  readonly name: string;
}

const customer = z.object({ userId: z.string(), name: z.string() });
const signed = z.object({ assertion: z.string() });

/** The shop's own server, as its page asks it. */
export const shopServer = {
  me: async (): Promise<Customer | null> => customer.nullable().parse(await (await fetch('/me')).json()),
  signIn: async (userId: string): Promise<Customer> => customer.parse(await post('/sign-in', { userId })),
  signOut: async (): Promise<void> => void (await post('/sign-out', {})),
  /** The shop's word for who is signed in, for one request. */
  assertion: async (): Promise<string> => signed.parse(await post('/assertion', {})).assertion,
};

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
  return answer.json();
}
