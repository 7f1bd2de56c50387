/** What a person’s link is kept by: their id in Entra, which stays, else that in Teams. */
export function personKey({ id, aadObjectId }: { id: string; aadObjectId: string | null }): string {
  return aadObjectId ?? id;
}
