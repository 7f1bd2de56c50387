import type { GuestNews } from '../log/record-entry.ts';

/** Something that stands in a guest's messenger between the messages: somebody came, went or signed in, or an offer. */
export interface GuestEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly direction: 'inbound' | 'outbound';
  /** What the record calls it. */
  readonly what: GuestNews;
  /** As the guest's frames have it. */
  readonly event: GuestEventBody;
  /** As the guest gets it; values are strings even where they say true or false. */
  readonly metadata: Readonly<Record<string, string>>;
}

type GuestEventBody =
  | {
      readonly eventType: 'Presence';
      readonly presence: { readonly type: 'Join' | 'Disconnect' | 'SignIn' };
    }
  | {
      readonly eventType: 'CoBrowse';
      readonly coBrowse: {
        readonly type: 'Offering' | 'OfferingExpired' | 'OfferingAccepted' | 'OfferingRejected';
        readonly sessionId: string;
        readonly sessionJoinToken?: string;
      };
    };

/** The body of a presence event. */
export function presenceOf(type: 'Join' | 'Disconnect' | 'SignIn'): GuestEventBody {
  return { eventType: 'Presence', presence: { type } };
}
