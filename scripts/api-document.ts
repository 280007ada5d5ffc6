/** Writes docs/openapi.json: the export API's document, as the server gives it out. */
import { writeFileSync } from "node:fs";
import { openApiDocument } from "../src/domains/exports/data/document";

writeFileSync("docs/openapi.json", `${JSON.stringify(openApiDocument(), null, 2)}\n`);
