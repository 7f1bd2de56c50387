/** What an agent's presence and routing status amount to. @param {{ presence: string, routingStatus: string }} agent */
export function kindOf({ presence, routingStatus }) {
  if (presence === 'Available') return 'free';
  if (presence === 'On Queue') return routingStatus === 'IDLE' ? 'free' : 'talking';
  return presence === 'Offline' ? 'offline' : 'busy';
}
