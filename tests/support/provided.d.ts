import "vitest";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- vitest's own interface is extended
  export interface ProvidedContext {
    /** the scratch database as the application's login role */
    appUrl: string;
    /** the same database as its administrator, for checks from outside */
    adminUrl: string;
  }
}
