/**
 * Where an export query's file is downloaded: the same input as the list on the screen, so that what is exported is
 * what is shown. `procedure` is e.g. "deputies.exportRows".
 */
export function exportHref(procedure: string, input: object): string {
  return `/api/export/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
}
