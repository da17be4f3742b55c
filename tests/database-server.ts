import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { clearLeftovers, temporaryData } from "./temporary-data";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database that each test file copies. No one connects to it. */
    template: { ownerUrl: string; appUrl: string };
  }
}

/** One embedded server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const dataDir = temporaryData();
  const server = await openEmbedded({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  };
  try {
    await migrate(server.ownerUrl, server.appUrl);
    await closeTemplate(server.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("template", { ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  return stop;
}

/** A database can be copied only while nobody is connected to it, the server's own housekeeping included. */
async function closeTemplate(ownerUrl: string): Promise<void> {
  const admin = connect(ownerUrl.replace(/[^/]+$/, "postgres"), { max: 1 });
  await admin.sql`alter database cairn with allow_connections false`;
  await admin.end();
}
