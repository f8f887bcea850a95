/** The pattern by which a browser grants access to an address's host; it covers every port. */
export function hostPatternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
