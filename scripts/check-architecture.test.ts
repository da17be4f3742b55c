import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findBreaches } from "./check-architecture";

const HOUSE: Record<string, string> = {
  "app/page.tsx": `import { listCourses } from "@/features/courses/queries";\nimport { CourseCard } from "@/components/courses/card";`,
  "app/error.tsx": `"use client";\nimport { useEffect } from "react";`,
  "components/courses/card.tsx": `"use client";\nimport { useState } from "react";\nimport type { Course } from "@/features/courses/schema";\nimport { save } from "@/features/courses/actions";\nimport { hours } from "@/features/courses/workload";`,
  "features/courses/schema.ts": `import { z } from "zod";`,
  "features/courses/workload.ts": `import type { Course } from "./schema";`,
  "features/courses/actions.ts": `"use server";\nimport { revalidatePath } from "next/cache";\nimport { saveCourse } from "./mutations";`,
  "features/courses/queries.ts": `import "server-only";\nimport { eq } from "drizzle-orm";\nimport { database } from "@/db/client";`,
  "features/courses/mutations.ts": `import { sql } from "drizzle-orm";\nimport { Provider } from "@/features/providers/schema";`,
  "features/courses/queries.int.test.ts": `import postgres from "postgres";\nimport { testDatabase } from "@/tests/database";`,
  "features/courses/courses.fixture.ts": `import { aCourse } from "@/tests/factories";`,
  "features/providers/schema.ts": `// drizzle-orm and process.env stay away from here\nimport { z } from "zod";`,
  "db/client.ts": `import postgres from "postgres";\nimport { env } from "@/lib/env";`,
  "db/schema/index.ts": `export * from "./courses";`,
  "lib/env.ts": `export const url = process.env.DATABASE_URL;`,
  "scripts/start.ts": `import { openDatabase } from "@/db/embedded";`,
};

const BREACHES: [what: string, file: string, text: string, expected: RegExp][] = [
  [
    "a page that opens the database",
    "app/x.tsx",
    `import { database } from "@/db/client";`,
    /app may not use db\/client/,
  ],
  [
    "a page that does so later",
    "app/x.tsx",
    `const db = await import("@/db/client");`,
    /app may not use db\/client/,
  ],
  [
    "a component that opens the database",
    "components/x.tsx",
    `import { courses } from "../db/schema/courses";`,
    /components may not use db/,
  ],
  [
    "a component that runs a query",
    "components/x.tsx",
    `import { listCourses } from "@/features/courses/queries";`,
    /reaches features\/courses\/queries\.ts/,
  ],
  [
    "a database that knows a feature",
    "db/x.ts",
    `import { hours } from "@/features/courses/workload";`,
    /db may not use features/,
  ],
  [
    "a wire that knows the database",
    "lib/x.ts",
    `export { database } from "@/db/client";`,
    /lib may not use db/,
  ],
  [
    "a feature that knows a page",
    "features/courses/x.ts",
    `import { Card } from "@/components/courses/card";`,
    /features may not use components/,
  ],
  [
    "features in a circle",
    "features/providers/x.ts",
    `import { hours } from "@/features/courses/workload";`,
    /courses -> providers -> courses|providers -> courses -> providers/,
  ],
  [
    "a setting read on the way",
    "features/courses/x.ts",
    "const port = process.env.PORT;",
    /process\.env has its own door/,
  ],
  [
    "SQL outside queries and mutations",
    "features/courses/x.ts",
    `import { eq } from "drizzle-orm";`,
    /drizzle-orm has its own door/,
  ],
  [
    "a second driver",
    "features/courses/x.ts",
    `import postgres from "postgres";`,
    /postgres has its own door/,
  ],
  [
    "a second search client",
    "app/x.ts",
    `import { Meilisearch } from "meilisearch";`,
    /meilisearch has its own door/,
  ],
  [
    "a second session",
    "app/x.ts",
    `import { getServerSession } from "next-auth/next";`,
    /next-auth has its own door/,
  ],
  ["a second solver", "features/courses/x.ts", `import highs from "highs";`, /highs has its own door/],
  [
    "an unguarded request",
    "features/courses/x.ts",
    `await fetch("https://example.org");`,
    /fetch has its own door/,
  ],
  [
    "a feature that renders",
    "features/courses/x.ts",
    `import { cache } from "react";`,
    /React or Next has its own door/,
  ],
  [
    "a feature that knows the framework",
    "features/courses/x.ts",
    `import { headers } from "next/headers";`,
    /React or Next has its own door/,
  ],
  ["a page that runs in the browser", "app/x.tsx", `"use client";`, /"use client" has its own door/],
  ["a name that says nothing", "features/courses/utils.ts", "", /a name that says nothing/],
  ["a folder with such a name", "components/common/card.tsx", "", /a name that says nothing/],
  ["an index", "features/courses/index.ts", "", /a name that says nothing/],
  ["a test with such a name", "lib/helpers.test.ts", "", /a name that says nothing/],
];

describe("findBreaches", () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true });
  });

  function breachesOf(files: Record<string, string>): string[] {
    const root = mkdtempSync(path.join(tmpdir(), "cairn-house-"));
    roots.push(root);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    return findBreaches(root);
  }

  it("finds nothing in a house that is in order", () => {
    expect(breachesOf(HOUSE)).toEqual([]);
  });

  it.each(BREACHES)("names %s", (_what, file, text, expected) => {
    const [breach = "", ...others] = breachesOf({ ...HOUSE, [file]: text });
    expect(breach).toMatch(expected);
    expect(others).toEqual([]);
  });

  it("names a query that a component reaches through a pure module", () => {
    const through = { "features/courses/workload.ts": `import { listCourses } from "./queries";` };
    expect(breachesOf({ ...HOUSE, ...through })).toEqual([
      "components/courses/card.tsx: reaches features/courses/queries.ts through features/courses/workload.ts",
    ]);
  });
});
