import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { documentsIn, documentsQuery, listDocuments } from "./documents";
import { Fault, indexNotFound } from "./fault";
import type { Keys } from "./keys";
import { NOT_DONE, nameIn } from "./routes";
import { manyQueries, search, searchAny, searchQuery } from "./searching";
import type { StoredIndex } from "./stored-index";
import type { Task, Tasks, Work } from "./tasks";

export interface Answer {
  status: number;
  body: unknown;
}
const ok = (body: unknown, status = 200): Answer => ({ status, body });

interface Asked {
  body: string;
  query: URLSearchParams;
  authorization: string | undefined;
  /** What stands in the place of `:` in the route: an index or another name. */
  name: string;
}

/** Method and path, what a key must allow, and whether the name is that of an index. */
type Route = readonly [pattern: string, action: string | null, answer: (asked: Asked) => Answer];

/** Answers requests as the server does. */
export function answerer(tasks: Tasks, keys: Keys): (request: IncomingMessage) => Promise<Answer> {
  const accept = (work: Work) => ok(summary(tasks.add(work)), 202);
  const require = (uid: string, status?: number, where?: string) => {
    const index = tasks.indexes.get(uid);
    if (!index) throw indexNotFound(uid, status, where);
    return index;
  };
  const routes: Route[] = [
    ["GET /health", null, () => ok({ status: "available" })],
    ["GET /version", "version", () => ok({ pkgVersion: "1.50.0", commitSha: "", commitDate: "" })],
    [
      "POST /multi-search",
      "search",
      ({ body, authorization }) => {
        const { queries, federation } = read(manyQueries, body);
        for (const { indexUid } of queries) keys.check(authorization, "search", indexUid);
        if (federation) return ok(searchAny((uid) => require(uid, 400), queries, federation));
        return ok({
          results: queries.map((query, i) =>
            inside(`Inside \`.queries[${i}]\`: `, (where) =>
              search(require(query.indexUid, 400, where), query),
            ),
          ),
        });
      },
    ],
    [
      "POST /indexes/:/search",
      "search",
      ({ name, body }) =>
        ok(search(require(name), read(searchQuery, { ...JSON.parse(body), indexUid: name }))),
    ],
    ["GET /indexes", "indexes.get", ({ authorization }) => ok({ results: listIndexes(authorization) })],
    ["GET /indexes/:", "indexes.get", ({ name }) => ok(described(name, require(name)))],
    [
      "POST /indexes",
      "indexes.create",
      ({ body, authorization }) => {
        const asked = read(z.object({ uid: z.string(), primaryKey: z.string().nullish() }), body);
        keys.check(authorization, "indexes.create", asked.uid);
        return accept({ type: "indexCreation", index: asked.uid, primaryKey: asked.primaryKey ?? null });
      },
    ],
    ["DELETE /indexes/:", "indexes.delete", ({ name }) => accept({ type: "indexDeletion", index: name })],
    [
      "POST /swap-indexes",
      "indexes.swap",
      ({ body, authorization }) => {
        const swaps = read(
          z.array(z.object({ indexes: z.tuple([z.string(), z.string()]), rename: z.boolean() })),
          body,
        );
        for (const index of swaps.flatMap(({ indexes }) => indexes))
          keys.check(authorization, "indexes.swap", index);
        return accept({ type: "indexSwap", index: null, swaps });
      },
    ],
    [
      "POST /indexes/:/documents",
      "documents.add",
      ({ name, body }) =>
        accept({ type: "documentAdditionOrUpdate", index: name, documents: documentsIn(body) }),
    ],
    [
      "POST /indexes/:/documents/delete-batch",
      "documents.delete",
      ({ name, body }) =>
        accept({ type: "documentDeletion", index: name, ids: read(z.array(z.string()), body) }),
    ],
    [
      "DELETE /indexes/:/documents/:",
      "documents.delete",
      ({ name }) => {
        const [index = "", id = ""] = name.split("/");
        return accept({ type: "documentDeletion", index, ids: [id] });
      },
    ],
    [
      "DELETE /indexes/:/documents",
      "documents.delete",
      ({ name }) =>
        accept({
          type: "documentDeletion",
          index: name,
          ids: [...(tasks.indexes.get(name)?.documents.keys() ?? [])],
        }),
    ],
    [
      "POST /indexes/:/documents/fetch",
      "documents.get",
      ({ name, body }) => ok(listDocuments(require(name), read(documentsQuery, body))),
    ],
    [
      "GET /indexes/:/documents",
      "documents.get",
      ({ name, query }) =>
        ok(listDocuments(require(name), read(documentsQuery, { limit: Number(query.get("limit") ?? 20) }))),
    ],
    ["GET /indexes/:/settings", "settings.get", ({ name }) => ok(require(name).settings)],
    [
      "GET /indexes/:/settings/displayed-attributes",
      "settings.get",
      ({ name }) => ok(require(name).settings.displayedAttributes),
    ],
    [
      "PATCH /indexes/:/settings",
      "settings.update",
      ({ name, body }) => accept({ type: "settingsUpdate", index: name, settings: JSON.parse(body) }),
    ],
    [
      "GET /tasks/:",
      "tasks.get",
      ({ name, authorization }) => {
        const task = tasks.all[Number(name)];
        if (!task || !keys.sees(authorization, task.work.index))
          throw new Fault(404, "task_not_found", `Task \`${name}\` not found.`);
        return ok(details(task));
      },
    ],
    ["GET /keys/:", "keys.get", ({ name }) => ok(keys.get(name))],
    ["POST /keys", "keys.create", ({ body }) => ok(keys.create(JSON.parse(body)), 201)],
    [
      "DELETE /keys/:",
      "keys.delete",
      ({ name }) => {
        keys.remove(name);
        return ok(null, 204);
      },
    ],
    // Not done here, but guarded as there.
    ...NOT_DONE.map(
      ([pattern, action]): Route => [
        pattern,
        action,
        () => {
          throw new Fault(501, "internal", "The stand-in does not do this", "internal");
        },
      ],
    ),
  ];
  const listIndexes = (authorization: string | undefined) =>
    [...tasks.indexes]
      .filter(([uid]) => keys.sees(authorization, uid))
      .map(([uid, index]) => described(uid, index));

  return async (request) => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const asked = `${request.method} ${url.pathname}`;
    const route = routes.find(([pattern]) => nameIn(pattern, asked) !== null);
    const body = await bodyOf(request);
    if (!route) throw new Fault(404, "not_found", `There is no ${asked}`);
    const [pattern, action, answer] = route;
    const name = nameIn(pattern, asked) ?? "";
    const authorization = request.headers.authorization;
    const index = pattern.includes("/indexes/:") ? (name.split("/")[0] ?? "") : null;
    if (action !== null) keys.check(authorization, action, index);
    return answer({ body, query: url.searchParams, authorization, name });
  };
}

const described = (uid: string, { primaryKey, createdAt }: StoredIndex) => ({
  uid,
  primaryKey,
  createdAt,
  updatedAt: createdAt,
});

function summary({ uid, work, status }: Task) {
  return {
    taskUid: uid,
    indexUid: work.index,
    status,
    type: work.type,
    enqueuedAt: new Date().toISOString(),
  };
}

function details({ uid, work, status, error }: Task) {
  return { uid, indexUid: work.index, status, type: work.type, error: error?.body ?? null };
}

function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(typeof body === "string" ? JSON.parse(body) : body);
  if (!parsed.success) throw new Fault(400, "bad_request", z.prettifyError(parsed.error));
  return parsed.data;
}

/** A fault of one query of several names it. */
function inside<T>(where: string, work: (where: string) => T): T {
  try {
    return work(where);
  } catch (error) {
    if (!(error instanceof Fault) || error.message.startsWith(where)) throw error;
    throw new Fault(error.status, error.code, `${where}${error.message}`, error.type);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

export function faultAnswer(error: unknown): Answer {
  if (error instanceof Fault) return { status: error.status, body: error.body };
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof SyntaxError || error instanceof z.ZodError
    ? { status: 400, body: new Fault(400, "bad_request", message).body }
    : { status: 500, body: new Fault(500, "internal", message, "internal").body };
}
