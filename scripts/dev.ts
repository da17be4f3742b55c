import { runCommand } from "@/lib/command";
import { prepareDatabase, readFlags, serve } from "./portal";

runCommand(
  async () => {
    const { sample } = readFlags();
    return serve("dev", await prepareDatabase(sample));
  },
  { stopCode: 0 },
);
