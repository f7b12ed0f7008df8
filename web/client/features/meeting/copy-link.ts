/** Copies the address that others open to join; true when it could do so by itself. */
export async function copyLink(code: string): Promise<boolean> {
  const link = `${location.origin}/m/${code}`;
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    // No clipboard outside https, or not allowed: let the person copy it by hand.
    window.prompt('Copy this link:', link);
    return false;
  }
}
