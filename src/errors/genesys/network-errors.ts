/** The way to Genesys Cloud. Whatever never left is safe to try again; of the rest nobody knows whether it arrived. Sources: system codes of Node.js. */
export const genesysNetworkErrors = {
  'genesys.network.connection-refused': {
    of: 'genesys.unreachable',
    meaning: 'Nothing listens where Genesys Cloud should be; the request never left.',
    likely: 'A firewall rejects it, or GENESYS_API_URL or GENESYS_LOGIN_URL has the wrong port.',
    next: 'Unset the two overrides unless they are meant; allow outbound port 443 to the region’s hosts.',
    retry: 'safe',
  },
  'genesys.network.name-unknown': {
    of: 'genesys.unreachable',
    meaning: 'The host name of Genesys Cloud does not resolve; the request never left.',
    likely:
      'GENESYS_REGION or an override is misspelt, or name resolution of this network knows only inner names.',
    next: 'Compare the host with the region list; resolve it by hand on this machine.',
    retry: 'safe',
  },
  'genesys.network.name-server-silent': {
    of: 'genesys.unreachable',
    meaning: 'The name server did not answer; the request never left.',
    likely: 'The network or the name server is disturbed for a moment.',
    next: 'Check the name server of this machine or container; calls go on when it answers.',
    retry: 'safe',
  },
  'genesys.network.certificate': {
    of: 'genesys.unreachable',
    meaning: 'The certificate shown is not to be trusted; the request never left.',
    likely: 'A proxy that opens TLS presents its own certificate.',
    next: 'Give the proxy’s root certificate to Node with NODE_EXTRA_CA_CERTS, or exempt the region’s hosts.',
    retry: 'safe',
  },
  'genesys.network.no-route': {
    of: 'genesys.unreachable',
    meaning: 'There is no way from this machine to Genesys Cloud; the request never left.',
    likely: 'The network is down, or a route or VPN is missing.',
    next: 'Check the network and routes of this machine.',
    retry: 'safe',
  },
  'genesys.network.connect-timed-out': {
    of: 'genesys.unreachable',
    meaning: 'The connection was not answered in time; the request never left.',
    likely: 'A firewall drops packets silently.',
    next: 'Allow outbound port 443 to the region’s hosts.',
    retry: 'safe',
  },
  'genesys.network.reset': {
    of: 'genesys.no-answer',
    meaning: 'The connection broke after the request had left.',
    likely: 'A proxy or load balancer cut it, or the platform restarted a server.',
    next: 'Nothing at once: reads are tried again, a send becomes unknown and is looked up.',
    retry: 'unknown',
  },
  'genesys.network.timed-out': {
    of: 'genesys.no-answer',
    meaning: 'No answer came in time after the request had left.',
    likely: 'The platform is overloaded, or a proxy holds answers back.',
    next: 'Nothing at once: reads are tried again, a send becomes unknown and is looked up; check the network if it goes on.',
    retry: 'unknown',
  },
  'genesys.network.cut-at-stop': {
    of: 'genesys.no-answer',
    meaning: 'Reachback stopped before the answer came.',
    likely: 'The process was stopped while a request was under way, and its patience of five seconds ended.',
    next: 'Nothing to do: the next start looks up what became of it.',
    retry: 'unknown',
  },
} as const;
