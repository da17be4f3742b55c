import { z } from "zod";
import { Fault } from "./fault";
import { parseFilter } from "./filter";
import type { StoredIndex } from "./stored-index";

export const documentsQuery = z.object({
  filter: z.string().optional(),
  fields: z.array(z.string()).optional(),
  offset: z.int().default(0),
  limit: z.int().default(20),
});

export function listDocuments(
  index: StoredIndex,
  { filter, fields, offset, limit }: z.output<typeof documentsQuery>,
) {
  const holds = parseFilter(filter ?? "", (attribute) => index.askable(attribute));
  const found = [...index.documents.values()].filter(holds);
  const isAsked = (name: string) => fields === undefined || fields.includes(name);
  const results = found
    .slice(offset, offset + limit)
    .map((document) => Object.fromEntries(Object.entries(document).filter(([name]) => isAsked(name))));
  return { results, offset, limit, total: found.length };
}

/** Lines of JSON, or one list. */
export function documentsIn(body: string): Record<string, unknown>[] {
  try {
    return body.startsWith("[")
      ? JSON.parse(body)
      : body
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line));
  } catch (error) {
    throw new Fault(400, "malformed_payload", `The json payload provided is malformed. ${error}`);
  }
}
