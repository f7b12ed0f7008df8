#!/bin/sh
# Writes .env from .env.example with fresh secrets. Never touches an existing .env.
set -eu
cd "${1:-$(dirname "$0")/..}"
if [ -e .env ]; then
  echo '.env exists already; delete lines there by hand to change them.' >&2
  exit 1
fi
umask 077
while IFS= read -r line || [ -n "$line" ]; do
  case "$line" in
    PARLEY_SECRET= | LIVEKIT_API_SECRET= | POSTGRES_PASSWORD= | REDIS_PASSWORD= | INNGEST_EVENT_KEY= | INNGEST_SIGNING_KEY=)
      # Hexadecimal: safe inside a URL, and the only form that Inngest's signing key takes.
      printf '%s%s\n' "$line" "$(openssl rand -hex 32)" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < .env.example > .env.new
mv .env.new .env
echo 'Wrote .env. Set PARLEY_PUBLIC_URL and LIVEKIT_NODE_IP in it, then: docker compose up -d --build'
