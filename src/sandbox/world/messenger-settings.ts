/** How a web deployment's messenger is set up; what its configuration on the CDN and its sockets follow. */
export interface MessengerSettings {
  /** A guest of an inactive one gets no session. */
  status: 'Active' | 'Inactive';
  allowAllDomains: boolean;
  /** Hosts whose pages may open it; `*.example.com` stands for every host below that one. */
  allowedDomains: string[];
  /** A Join of the guest begins the conversation, before any word. */
  autoStart: boolean;
  /** What the guest learns of an end by the other side: nothing, that it ended, or that and no writing on. */
  conversationDisconnect: { enabled: boolean; type: 'Send' | 'ReadOnly' };
  /** The guest may end and wipe the conversation. */
  conversationClear: boolean;
  showAgentTypingIndicator: boolean;
  showUserTypingIndicator: boolean;
  /** Agents are shown with their names. */
  humanize: boolean;
  markdown: boolean;
  /** Guests must sign in before they write; with the upgrade they may write first and sign in later. */
  auth: { enabled: boolean; allowSessionUpgrade: boolean };
  /** Agents may see the guest's page, and act on it. */
  cobrowse: { enabled: boolean; allowAgentControl: boolean };
  /** MIME types a guest may upload; none switches attachments off. */
  fileTypes: string[];
  maxFileSizeKB: number;
  /** File name endings that are refused, as `.exe`. */
  blockedExtensions: string[];
  /** Open sockets a session may have. unverified: the platform's number. */
  connectionsPerSession: number;
}

/** The settings a new deployment of the sandbox has. */
export function defaultMessenger(): MessengerSettings {
  return {
    status: 'Active',
    allowAllDomains: true,
    allowedDomains: [],
    autoStart: false,
    conversationDisconnect: { enabled: true, type: 'Send' },
    conversationClear: true,
    showAgentTypingIndicator: true,
    showUserTypingIndicator: true,
    humanize: true,
    markdown: true,
    auth: { enabled: false, allowSessionUpgrade: false },
    cobrowse: { enabled: true, allowAgentControl: true },
    fileTypes: [],
    maxFileSizeKB: 10_240,
    blockedExtensions: [],
    connectionsPerSession: 5,
  };
}
