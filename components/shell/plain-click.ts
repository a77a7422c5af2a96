type Press = Pick<MouseEvent, "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

/** Asks for the page in this one's place: not for another window or tab, nor for a saved copy. */
export const plainClick = (event: Press, link: HTMLAnchorElement): boolean =>
  event.button === 0 &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey &&
  (link.target === "" || link.target === "_self") &&
  !link.hasAttribute("download");
