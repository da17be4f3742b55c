import { openEmbedded } from "@/db/embedded";

// A program that uses the embedded server of a data folder: says which, and leaves when its input ends.
const [dataDir = ""] = process.argv.slice(2);
const database = await openEmbedded({ dataDir });
process.stdout.write(`${JSON.stringify({ started: database.started, appUrl: database.appUrl })}\n`);
process.stdin.resume().on("end", () => database.stop());
