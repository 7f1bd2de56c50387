/** The body of a change of presence (SDK 262 UserPresence; only what is to change is sent). */
export function presenceChangeRequest(definitionId: string) {
  return { presenceDefinition: { id: definitionId } };
}
