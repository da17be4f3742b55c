import { runCommand } from "@/lib/command";
import { workBeside } from "@/scripts/portal";

// What `npm start` does beside the web server, alone: runs the worker on this database until it is told to stop.
const [appUrl = ""] = process.argv.slice(2);
runCommand(
  async () => {
    workBeside({ database: { appUrl }, search: { worker: {} } });
    process.stdout.write("working\n");
    return new Promise<number>(() => setInterval(() => {}, 60_000));
  },
  { stopCode: 0 },
);
