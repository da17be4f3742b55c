// Mends postgres.js 3.4.9 at install. When the server ends a connection (restart, failover, pg_terminate_backend),
// upstream ends the whole process, or leaves a query waiting for ever, or lets a transaction that has lost its
// connection go on inside another one (upstream issues 1154 and 1208); and a query that fails half way leaves holes in
// the result of the next. db/lost-connections.int.test.ts shows each.
// Without the expected text (another version) this fails the install: look whether the mend is still needed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const MENDS = [
  {
    why: "a query for a connection that is gone is refused at once",
    file: "connection.js",
    from: "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n",
    to: "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n\n    if (socket === null)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true\n",
  },
  {
    why: "a write that was waiting when the connection went is dropped instead of ending the process",
    file: "connection.js",
    from: "  function nextWrite(fn) {\n    const x",
    to: "  function nextWrite(fn) {\n    if (socket === null)\n      return true\n\n    const x",
  },
  {
    why: "a closed connection refuses what was sent to it after the error, and starts clean when it is reopened",
    file: "connection.js",
    from: "    socket = null\n\n    if (initial)\n      return reconnect()\n\n    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
    to: "    socket = chunk = nextWriteTimer = null\n    results = errorResponse = null\n    result = new Result()\n    rows = 0\n\n    if (initial)\n      return query = null, reconnect()\n\n    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = null\n",
  },
  {
    why: "a query that fails after its first rows does not shift the rows of the next one",
    file: "connection.js",
    from: "    query = results = errorResponse = null\n    result = new Result()\n",
    to: "    query = results = errorResponse = null\n    result = new Result()\n    rows = 0\n",
  },
  {
    why: "a transaction that has lost its connection writes nothing more",
    file: "index.js",
    from: "        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue",
    to: "        q.catch(e => uncaughtError || (uncaughtError = e))\n        lost ? q.reject(lost) : c.queue",
  },
  {
    why: "the same: how it learns of it",
    file: "index.js",
    from: "new Promise((_, reject) => connection.onclose = reject)",
    to: "new Promise((_, reject) => connection.onclose = e => reject(lost = e))",
  },
  {
    why: "the same: where it is kept",
    file: "index.js",
    from: "    let savepoints = 0\n      , connection\n",
    to: "    let savepoints = 0\n      , lost = null\n      , connection\n",
  },
  {
    why: "a connection that goes while its types are read reads them again when it is reopened",
    file: "connection.js",
    from: "  function reconnect() {\n",
    to: "  function reconnect() {\n    needsTypes = options.fetch_types\n",
  },
];

const root = path.join(path.dirname(createRequire(import.meta.url).resolve("postgres")), "../..");
for (const build of ["src", "cjs/src"]) {
  for (const { why, file, from, to } of MENDS) {
    const target = path.join(root, build, file);
    const text = readFileSync(target, "utf8");
    if (text.includes(to)) continue;
    if (text.split(from).length !== 2) throw new Error(`${target}: no place for the mend "${why}"`);
    writeFileSync(
      target,
      text.replace(from, () => to),
    );
  }
}
