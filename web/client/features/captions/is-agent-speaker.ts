/** True for lines that the AI participant said: web gives identities that begin so to agents only. */
export function isAgentSpeaker(speaker: string): boolean {
  return /^ai-mtg_/.test(speaker);
}
