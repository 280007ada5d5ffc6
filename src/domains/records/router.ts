import "server-only";
import type { TRPCMutationProcedure } from "@trpc/server";
import { isImported } from "@/lib/records/importing";
import type { AnyKind } from "@/lib/records/kind";
import type { Permission } from "@/server/auth/permissions";
import { command, query } from "@/server/trpc/command";
import type { Meta } from "@/server/trpc/init";
import { byIdInput, importRows, reasonInput } from "@/server/trpc/inputs";
import { townshipCommand, townshipList } from "@/server/trpc/procedures";
import { type CommandSlots, recordCommands } from "./commands";
import { alikeTo } from "./data/alike";
import { recordReads } from "./data/reads";
import {
  alikeInput,
  createInputOf,
  type CreateSent,
  editInputOf,
  type EditSent,
  listInputOf,
  stepInputOf,
  type StepSent,
} from "./schema";

type Reads<Kind extends AnyKind, Extra extends object, More extends object> = ReturnType<
  typeof recordReads<Kind, Extra, More>
>;

/** tRPC cannot see through an input whose kind is still open; the types are those of the schemas in use. */
type Mutation<Sent> = TRPCMutationProcedure<{ meta: Meta; input: Sent; output: { id: string } }>;

/** Only a kind that has steps takes them. */
type Stepping<Kind> = Kind extends { readonly steps: object } ? { step: Mutation<StepSent<Kind>> } : object;

/**
 * The seven procedures of a kind, one more where it has steps and one where it is read from Excel; a router may spread them
 * beside its own.
 * @param of the kind, or the reads made for it: `recordUses` takes the same
 */
export function recordProcedures<
  Kind extends AnyKind,
  Extra extends object = object,
  More extends object = object,
>(of: Kind | Reads<Kind, Extra, More>, slots: { commands?: CommandSlots<Kind> } = {}) {
  const reads = "byId" in of ? of : recordReads<Kind, Extra, More>(of);
  const { kind } = reads;
  const commands = recordCommands(kind, slots.commands);
  // Every kind's rights are rows of the permission table: server/auth/permissions takes them from the registry.
  const [mayRead, mayWrite] = [`${kind.rights}:read`, `${kind.rights}:write`] as [Permission, Permission];
  const list = listInputOf(kind, reads.sorts);
  // Called by its address alone, with the columns of the same definition (app/api/import): no caller needs its type.
  const imported: object = isImported(kind)
    ? { importRows: townshipCommand(mayWrite).input(importRows).mutation(command(commands.importRows)) }
    : {};
  const stepping = (
    kind.steps === undefined
      ? {}
      : {
          step: townshipCommand(mayWrite).input(stepInputOf(kind)).mutation(command(commands.step)),
        }
  ) as Stepping<Kind>;
  return {
    list: townshipList(mayRead)
      .input(list)
      .query(query((scope, input) => reads.list(scope, input))),
    byId: townshipList(mayRead)
      .input(byIdInput)
      .query(query((scope, input) => reads.byId(scope, input))),
    alike: townshipList(mayRead)
      .input(alikeInput)
      .query(query((scope, input) => alikeTo(kind, scope, input))),
    exportRows: townshipList(mayRead)
      .input(list)
      .query(query((scope, input) => reads.exportRows(scope, input))),
    create: townshipCommand(mayWrite)
      .input(createInputOf(kind))
      .mutation(command(commands.create) as never) as unknown as Mutation<CreateSent<Kind>>,
    edit: townshipCommand(mayWrite)
      .input(editInputOf(kind))
      .mutation(command(commands.edit) as never) as unknown as Mutation<EditSent<Kind>>,
    void: townshipCommand(mayWrite).input(reasonInput).mutation(command(commands.void)),
    ...imported,
    ...stepping,
  };
}
