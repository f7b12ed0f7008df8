interface SkipLinkProps {
  /** The landmark that it leads to. */
  to: 'main' | 'footer';
  children: string;
}

/** For keyboards: past what every page begins with. It is seen while it has the focus. */
export function SkipLink({ to, children }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        // The address may carry what the page reads from it.
        event.preventDefault();
        const landmark = document.querySelector<HTMLElement>(to);
        if (!landmark) return;
        landmark.tabIndex = -1;
        landmark.focus();
      }}
      className="fixed top-2 left-2 z-50 rounded-xl bg-accent px-4 py-2.5 font-medium text-on-accent not-focus:sr-only"
    >
      {children}
    </a>
  );
}
