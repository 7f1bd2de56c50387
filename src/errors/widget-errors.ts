/** What a widget's requests for a token are refused with. The platform's own refusals of its tokens are `genesys.widget.*`. */
export const widgetErrors = {
  'widget.bad-origin': {
    meaning: 'The page that asks is not one this widget is for.',
    likely:
      'The request has no Origin, or one that is not listed, such as the address without www or with another port.',
    next: 'Add the page’s origin (scheme, host and port, no path) to WIDGET_ORIGINS, or call from a page that is listed.',
    retry: 'never',
  },
  'widget.request-malformed': {
    meaning: 'The request is not one of the documented form.',
    likely: 'A field is misspelt or of another type, or the body is not sent as application/json.',
    next: 'Compare the request with docs/widget.md; the answer names the field.',
    retry: 'never',
  },
  'widget.too-many-requests': {
    meaning: 'Too many requests came from this address or for this user.',
    likely:
      'A page asks in a loop, or many visitors share one address behind a proxy this program was not told of.',
    next: 'Wait as long as Retry-After says; see WIDGET_PER_ADDRESS, WIDGET_PER_USER and WIDGET_PROXIES.',
    retry: 'safe',
  },
  'widget.assertion-missing': {
    meaning: 'The request has no assertion, and anonymous guests are not served.',
    likely: 'The customer is not signed in on the site, or the page did not send what its server signed.',
    next: 'Send the assertion of the site’s server, or set WIDGET_ANONYMOUS=on.',
    retry: 'never',
  },
  'widget.assertion-malformed': {
    meaning: 'The assertion is not a signed JWT with the claims that are needed.',
    likely:
      'A session cookie, an opaque token or a cut-off text was sent, or exp, iat or sub is missing or no number.',
    next: 'Sign a JWT with sub, aud, iss, iat and exp on the site’s server, as docs/widget.md shows.',
    retry: 'never',
  },
  'widget.bad-signature': {
    meaning: 'The signature does not fit.',
    likely: 'It was signed with another key than the one configured here, or changed on its way.',
    next: 'Compare WIDGET_SECRETS or the keys at WIDGET_JWKS_URL with what the site’s server signs with.',
    retry: 'never',
  },
  'widget.unknown-key': {
    meaning: 'Nobody here knows the key it is signed with.',
    likely: 'The site signs with a new key that is not published yet, or with one that was taken away.',
    next: 'Publish the key at WIDGET_JWKS_URL (or add it to WIDGET_SECRETS) before signing with it.',
    retry: 'never',
  },
  'widget.algorithm-refused': {
    meaning: 'The algorithm of the signature is not one this kind of key may be used with.',
    likely: 'The token says none, or HS256 where only public keys are configured.',
    next: 'Sign with HS256 by a shared secret, or with RS256, PS256, ES256 or EdDSA by a key of the JWKS.',
    retry: 'never',
  },
  'widget.expired': {
    meaning: 'The token is expired.',
    likely: 'The page was open longer than the token lives, or the clock of who issued it is behind.',
    next: 'Get a new one: the page asks its server for a new assertion, and here for a new token; 30 s of skew are forgiven.',
    retry: 'never',
  },
  'widget.not-yet-valid': {
    meaning: 'The token is not valid yet.',
    likely: 'The clock of who issued it is ahead by more than 30 s.',
    next: 'Set the clock of the site’s server (NTP), and ask again.',
    retry: 'never',
  },
  'widget.lives-too-long': {
    meaning: 'The assertion is valid for longer than ten minutes.',
    likely: 'A session token of the site was sent in place of an assertion made for this request.',
    next: 'Sign one for each request, with exp at most ten minutes after iat.',
    retry: 'never',
  },
  'widget.wrong-audience': {
    meaning: 'The token is for somebody else.',
    likely: 'Its aud is not WIDGET_AUDIENCE, or a token of another service was sent.',
    next: 'Sign with aud set to the value of WIDGET_AUDIENCE.',
    retry: 'never',
  },
  'widget.wrong-issuer': {
    meaning: 'The token is from somebody else.',
    likely: 'Its iss is not WIDGET_ISSUER, or the token is of another environment.',
    next: 'Sign with iss set to the value of WIDGET_ISSUER.',
    retry: 'never',
  },
  'widget.wrong-scope': {
    meaning: 'The token does not allow this.',
    likely:
      'Its scope leaves out chat, refresh or revoke, or an assertion was sent where the widget’s token belongs.',
    next: 'Leave scope out of the assertion, or name in it what the page may do: chat refresh revoke.',
    retry: 'never',
  },
  'widget.malformed-id': {
    meaning: 'The user’s id cannot be one.',
    likely:
      'The sub or external_id is empty, longer than 255 characters, no text, or has control characters in it.',
    next: 'Send the id as the old system had it, as text of 1 to 255 characters.',
    retry: 'never',
  },
  'widget.replayed': {
    meaning: 'The assertion was used before.',
    likely: 'The page sent the same assertion twice, or somebody copied it: one with a jti counts once.',
    next: 'Get a new assertion for each request.',
    retry: 'never',
  },
  'widget.unknown-user': {
    meaning: 'There is no external contact of this user.',
    likely:
      'The user was not imported and WIDGET_NEW_USERS is refuse, or the contact was deleted in Genesys Cloud.',
    next: 'Import the user (docs/move-from-zendesk.md), or set WIDGET_NEW_USERS=create.',
    retry: 'never',
  },
  'widget.two-people': {
    meaning: 'The two ids of the assertion belong to two different people; nothing was linked.',
    likely: 'Two records of one customer exist, or the site sent the external_id of somebody else.',
    next: 'Genesys Cloud > External Contacts: merge the two if they are one person, else correct the ids on the site.',
    retry: 'never',
  },
  'widget.attributes-too-large': {
    meaning: 'The attributes for the flow are larger than 2,048 bytes.',
    likely: 'The attributes of the assertion hold texts in place of ids.',
    next: 'Send ids, not texts, in attributes.',
    retry: 'never',
  },
  'widget.revoked': {
    meaning: 'The visit was ended.',
    likely: 'The customer signed out, here or in another tab.',
    next: 'Ask for a new token with a new assertion.',
    retry: 'never',
  },
  'widget.visit-over': {
    meaning: 'The visit is older than twelve hours and cannot be renewed.',
    likely: 'The page stayed open for a day.',
    next: 'Ask for a new token with a new assertion.',
    retry: 'never',
  },
  'widget.site-keys-unavailable': {
    meaning: 'The keys of the site could not be read.',
    likely: 'WIDGET_JWKS_URL does not answer with a JWKS, and has not for a day or since the start.',
    next: 'Open WIDGET_JWKS_URL from this machine: it must answer 200 with { "keys": […] } of at most 256 KB within 5 s.',
    retry: 'safe',
  },
  'widget.busy': {
    meaning: 'The answer took too long.',
    likely: 'Genesys Cloud is slow or its limit of requests is used up just now.',
    next: 'Ask again as Retry-After says: what was begun goes on, and is found then.',
    retry: 'safe',
  },
  'widget.start-not-offered': {
    meaning: 'This organisation does not start conversations for a widget’s backend.',
    likely: 'It does not have POST /api/v2/messaging/conversations.',
    next: 'Ask without start: the widget opens the session and writes first, by the guest protocol.',
    retry: 'never',
  },
  'widget.start-scope': {
    meaning:
      'Genesys Cloud did not start the conversation: token and user are right, so the scope is missing.',
    likely: 'The OAuth client does not have messaging:write and messaging:read.',
    next: 'Genesys Admin > Integrations > OAuth: give the client both scopes.',
    retry: 'never',
  },
  'widget.start-unknown': {
    meaning: 'It is not known whether Genesys Cloud started the conversation: its answer was lost.',
    likely: 'A network fault on the way, or an overloaded platform.',
    next: 'Ask without start, with a new assertion: starting once more could make a second conversation.',
    retry: 'never',
  },
  'widget.token-missing': {
    meaning: 'The request has no widget token.',
    likely: 'The page did not send Authorization: Bearer with the widgetToken it was given.',
    next: 'Send the widgetToken of the last answer of /widget/token or /widget/refresh.',
    retry: 'never',
  },
  'widget.token-malformed': {
    meaning: 'What was sent is not a token this program makes.',
    likely: 'The assertion or the platform’s jwt was sent where the widgetToken belongs, or it was cut off.',
    next: 'Send the widgetToken of the last answer of /widget/token or /widget/refresh.',
    retry: 'never',
  },
} as const;
