const sentences: Record<string, string> = {
  sign_up_closed: 'There is no account for you here yet. Ask the owner of this installation.',
  unproven_address: 'That service has not confirmed your e-mail address. Confirm it there, then try again.',
  account_not_linked: 'Your address has an account with a password here. Sign in with the password.',
  access_denied: 'You did not allow the sign-in.',
};

/** Why signing in by another service failed, from the `error` with which it sent the person back. */
export function serviceProblem(error: string | undefined): string | null {
  if (!error) return null;
  return sentences[error.replaceAll(' ', '_')] ?? 'Signing in by that service did not work. Try again.';
}
