/** Stands in for the browser's small window in tests. */
export function fakePip(page: Window): { small: Window; opened(): number; remove(): void } {
  const target = new EventTarget();
  const document = page.document.implementation.createHTMLDocument();
  const close = () => void target.dispatchEvent(new Event('pagehide'));
  const small = Object.assign(target, { document, close }) as unknown as Window;
  let opened = 0;
  page.documentPictureInPicture = {
    requestWindow: async () => {
      opened += 1;
      return small;
    },
  };
  return {
    small,
    opened: () => opened,
    remove: () => {
      delete page.documentPictureInPicture;
    },
  };
}
