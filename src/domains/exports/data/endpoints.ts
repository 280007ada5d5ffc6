import "server-only";
import type { Endpoint } from "./endpoint";
import { kindEndpoints } from "./kinds";
import { figuresEndpoint, metricsEndpoint } from "./figures";
import { projectsEndpoint, sessionsEndpoint, suggestionsEndpoint } from "./records";
import { townshipsEndpoint } from "./townships";

/** The router of the export API: a line an address. Whatever is read of a county from outside stands here. */
export const endpoints: readonly Endpoint[] = [
  townshipsEndpoint,
  metricsEndpoint,
  figuresEndpoint,
  suggestionsEndpoint,
  sessionsEndpoint,
  projectsEndpoint,
  ...kindEndpoints,
];
