import { runCommand } from "@/lib/command";
import { prepareGround, readFlags, serve, workBeside } from "./portal";

runCommand(
  async () => {
    const { sample } = readFlags();
    const ground = await prepareGround(sample);
    return serve("dev", ground, () => workBeside(ground));
  },
  { stopCode: 0 },
);
