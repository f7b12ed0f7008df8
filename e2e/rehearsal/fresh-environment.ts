/** Which speech models are used is the user's choice; everything that holds data or an address is not. */
const kept = /^(STT_|CHAT_|TTS_|OPENAI_)/;
const ours =
  /^(PARLEY_|DATABASE_|LIVEKIT_|INNGEST_|AGENT_|MODELS_|SMTP_|MAIL_|GITHUB_CLIENT_|GOOGLE_CLIENT_|HOST$|PORT$|NODE_ENV$)/;

/** The environment for an instance of one's own: embedded engines, fresh data, free ports. */
export function freshEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name) || !ours.test(name)));
}
