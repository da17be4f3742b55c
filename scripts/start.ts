import path from "node:path";
import { runCommand } from "@/lib/command";
import { ensureBuild } from "@/lib/production-build";
import { prepareGround, readFlags, serve, step, workBeside } from "./portal";

runCommand(
  async () => {
    const { sample } = readFlags();
    const ground = await prepareGround(sample, () =>
      step(
        "Site",
        () => ensureBuild(path.join(import.meta.dirname, "..")),
        (outcome) => outcome,
      ),
    );
    return serve("start", ground, () => workBeside(ground));
  },
  { stopCode: 0 },
);
