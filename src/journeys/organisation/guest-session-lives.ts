/** How long guests' sessions live on each channel, as last read. */
export interface GuestSessionLives {
  /** Milliseconds after the customer's last activity; null: not known. */
  of(channelId: string): number | null;
  /** Reads them anew; what cannot be read now stays as it was. */
  read(channelIds: readonly string[]): Promise<void>;
}

/** `ask`: of one channel, milliseconds; null where it cannot be told now. Nothing is asked on the way of a send. */
export function createGuestSessionLives(
  ask: (channelId: string) => Promise<number | null>,
): GuestSessionLives {
  const lives = new Map<string, number>();
  return {
    of: (channelId) => lives.get(channelId) ?? null,
    async read(channelIds) {
      await Promise.all(
        channelIds.map(async (channelId) => {
          const life = await ask(channelId);
          if (life !== null) lives.set(channelId, life);
        }),
      );
    },
  };
}
