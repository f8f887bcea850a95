/** Address of the service that this build asks unless the settings name another. */
declare const __SERVICE__: string;

declare module "*.css" {
  const text: string;
  export default text;
}
