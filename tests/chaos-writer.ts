import { fsyncSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { connect } from "@/db/client";
import { applyChange } from "@/features/changes/mutations";
import { loadCourses } from "@/features/changes/queries";
import { dayIn } from "@/lib/dates";
import { env } from "@/lib/env";
import { Random } from "@/scripts/bench/random";
import { ACTOR } from "./factories";

// Writes to courses until it is killed, about so many times a second. What the database has acknowledged goes to a log
// that outlives a kill: one line each, the course and the number that now stands in its title.
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "" },
    log: { type: "string", default: "" },
    courses: { type: "string", default: "" },
    pause: { type: "string", default: "40" },
  },
});
const { db } = connect(values.url, { max: 1 });
const log = openSync(values.log, "a");
const ids = values.courses.split(",");
const random = new Random(process.pid);
// Larger than all of an earlier writer.
let number = Date.now() * 1_000;

async function write(): Promise<void> {
  const id = random.of(ids);
  const now = new Date();
  const today = dayIn(env().CAIRN_TIME_ZONE, now);
  const [before] = (await loadCourses(db, [id])).courses;
  if (!before) throw new Error(`No course ${id}`);
  number += 1;
  const status = random.chance(0.2) ? "withdrawn" : "published";
  const content = { ...before.content, title: { en: `Course ${number}` } };
  await db.transaction((tx) =>
    applyChange(
      tx,
      ACTOR,
      { kind: "course", before, after: { ...before, kind: "course", status, content } },
      { now, today },
    ),
  );
  writeSync(log, `${id} ${number}\n`);
  fsyncSync(log);
}

for (;;) {
  // The database is killed too: what was not acknowledged is nobody's promise.
  await write().catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, Number(values.pause)));
}
