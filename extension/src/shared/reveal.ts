/** Brings something on the page into sight, shows where it is for a moment, and leaves the reading point there. */
export function reveal(element: HTMLElement, isCalm: boolean): void {
  // A long way is jumped: to fly over thirty screens shows nothing and takes a second.
  const isFar = Math.abs(element.getBoundingClientRect().top) > 3 * innerHeight;
  element.scrollIntoView({ block: "center", behavior: isCalm || isFar ? "instant" : "smooth" });
  element.animate?.([{ outline: "3px solid #d08a00", outlineOffset: "3px" }, { outline: "3px solid #d08a00", outlineOffset: "3px", offset: 0.85 }, { outline: "3px solid transparent", outlineOffset: "3px" }], { duration: 2_600 });
  const hadIndex = element.getAttribute("tabindex");
  element.setAttribute("tabindex", hadIndex ?? "-1");
  element.focus({ preventScroll: true });

  if (hadIndex === null) {
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
}
