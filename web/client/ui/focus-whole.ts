/** Moves focus to an opened layer itself: on its first button it would only show that button's tooltip. */
export function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
