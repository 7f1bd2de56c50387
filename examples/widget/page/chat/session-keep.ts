import type { SessionKeep } from './create-chat.ts';

/** Keeps a guest's session for this tab, by who it is: two customers at one browser never share one. */
export function sessionKeep(who: string): SessionKeep {
  const key = `contoso-chat:${who}`;
  return {
    get: () => sessionStorage.getItem(key),
    put(sessionToken) {
      if (sessionToken === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, sessionToken);
    },
  };
}
