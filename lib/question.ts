import { createInterface } from "node:readline/promises";

/** Asks in the terminal; only "y" and "yes" mean yes. */
export async function askYesOrNo(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} Type yes or no: `)).trim());
  } finally {
    terminal.close();
  }
}
