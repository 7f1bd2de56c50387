import type { Refusal } from './refusal.ts';

interface Words {
  readonly title: string;
  /** What the customer can do, or whom it needs. */
  readonly detail: string;
}

const signInAgain = 'Sign out of the shop and in again, then reopen the chat.';
const shopsFault = 'This is for the shop to put right; we are sorry. You can sign out and chat as a guest.';

const words: Readonly<Record<string, Words>> = {
  unreachable: {
    title: 'The chat cannot be reached.',
    detail: 'The connection may be down, or this page is not one the chat accepts. We keep trying.',
  },
  'widget.bad-origin': {
    title: 'This page may not open the chat.',
    detail: 'The chat accepts only the shop’s own pages. Check the address you are at.',
  },
  'widget.too-many-requests': {
    title: 'That was a little fast.',
    detail: 'Wait a moment; the chat opens by itself.',
  },
  'widget.busy': { title: 'The chat is busy.', detail: 'It opens by itself in a moment.' },
  'widget.assertion-missing': {
    title: 'Please sign in first.',
    detail: 'This chat is for customers who are signed in.',
  },
  'widget.expired': { title: 'Your sign-in has expired.', detail: signInAgain },
  'widget.not-yet-valid': {
    title: 'Your sign-in is not valid yet.',
    detail: 'The shop’s clock and the chat’s differ. Try again in a few minutes.',
  },
  'widget.lives-too-long': { title: 'The shop vouches for you for too long.', detail: shopsFault },
  'widget.wrong-audience': {
    title: 'The shop’s word for you is meant for somebody else.',
    detail: shopsFault,
  },
  'widget.wrong-issuer': { title: 'Somebody else than this shop vouches for you.', detail: shopsFault },
  'widget.wrong-scope': { title: 'The shop does not let you do this.', detail: shopsFault },
  'widget.bad-signature': { title: 'The shop’s word for you could not be checked.', detail: shopsFault },
  'widget.unknown-key': { title: 'The shop signs with a key the chat does not know.', detail: shopsFault },
  'widget.malformed-id': { title: 'Your customer number is not one the chat can use.', detail: shopsFault },
  'widget.unknown-user': { title: 'The chat does not know you yet.', detail: shopsFault },
  'widget.two-people': { title: 'Your customer numbers belong to two people.', detail: shopsFault },
  'widget.replayed': {
    title: 'This sign-in was used before.',
    detail: 'Reopen the chat; the shop vouches for you anew.',
  },
  'widget.revoked': { title: 'This chat was signed out.', detail: signInAgain },
  'widget.visit-over': { title: 'This visit is over.', detail: 'Reopen the chat to begin a new one.' },
  'guest.expired': { title: 'This conversation is over.', detail: 'Start a new chat whenever you like.' },
  'guest.signed-out': { title: 'You were signed out elsewhere.', detail: signInAgain },
};

/** A refusal in words for a customer; what the page has no words for is told in the backend's own. Pure. */
export function refusalWords({ code, message }: Refusal): Words {
  return words[code] ?? { title: 'The chat cannot be opened.', detail: message };
}
