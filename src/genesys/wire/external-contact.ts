import { z } from 'zod';

/** An ExternalContact (SDK 262), as far as the identity of a person goes. */
export const externalContact = z.object({
  id: z.string().min(1),
  /** There for one that was merged into another. */
  canonicalContact: z
    .object({ id: z.string().min(1) })
    .nullish()
    .catch(null),
  externalIds: z
    .array(z.object({ externalSource: z.object({ id: z.string() }), value: z.string() }))
    .nullish()
    .transform((ids) =>
      (ids ?? []).map(({ externalSource, value }) => ({ sourceId: externalSource.id, value })),
    ),
});

export type ExternalContactWire = z.infer<typeof externalContact>;

/** What a contact is made with. */
export interface NewContact {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly personalEmail?: string;
  readonly cellPhone?: { readonly e164: string };
  readonly externalIds: readonly {
    readonly externalSource: { readonly id: string };
    readonly value: string;
  }[];
}
