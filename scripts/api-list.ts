/** Prints every procedure of the API as JSON: path, kind, permission, scope and input schema. */
import { z } from "zod";
import { listProcedures } from "../src/server/trpc/registry";

const withSchema = listProcedures().map(({ inputSchema, ...procedure }) => ({
  ...procedure,
  input: inputSchema === null ? null : z.toJSONSchema(inputSchema, { io: "input", unrepresentable: "any" }),
}));

console.log(JSON.stringify(withSchema, null, 2));
