import type { GuestNews } from './record-entry.ts';

/** Something that stands in a guest's messenger between the messages: somebody came, went or signed in. */
export interface GuestEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly direction: 'inbound' | 'outbound';
  /** What the record calls it. */
  readonly what: GuestNews;
  readonly presence: 'Join' | 'Disconnect' | 'SignIn';
  /** As the guest gets it; values are strings even where they say true or false. */
  readonly metadata: Readonly<Record<string, string>>;
}
