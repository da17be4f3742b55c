import path from "node:path";
import { runCommand } from "@/lib/command";
import { ensureBuild } from "@/lib/production-build";
import { prepareDatabase, readFlags, serve, step } from "./portal";

runCommand(
  async () => {
    const { sample } = readFlags();
    const database = await prepareDatabase(sample);
    await step(
      "Site",
      () => ensureBuild(path.join(import.meta.dirname, "..")),
      (outcome) => outcome,
    );
    return serve("start", database);
  },
  { stopCode: 0 },
);
