/** No picture of this camera may be shown, because its background cannot be hidden. */
export class BackgroundError extends Error {
  override name = 'BackgroundError';
}
