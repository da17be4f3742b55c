import type { WriteStream } from "node:tty";

/** How far a long piece of work is; with `total` 0 there is nothing to do, and nothing to show. */
export type Progress = (label: string, done: number, total: number) => void;

export interface ProgressDisplay {
  show: Progress;
  /** Takes an unfinished bar off the screen. */
  clear(): void;
}

const WIDTH = 24;
const REDRAW_EVERY = 80;

/** A bar that redraws itself in a terminal; elsewhere one plain line for each piece of work when it is done. */
export function progressOn(stream: Pick<WriteStream, "write"> & { isTTY?: boolean }): ProgressDisplay {
  let drawnAt = 0;
  let drawn = false;
  const clear = () => {
    if (drawn) stream.write("\r\u001b[K");
    drawn = false;
  };
  const line = (label: string, done: number) => stream.write(`${label}: ${count(done)}\n`);

  function show(label: string, done: number, total: number): void {
    if (total === 0) return;
    const finished = done >= total;
    if (!stream.isTTY) {
      if (finished) line(label, done);
      return;
    }
    if (finished) {
      clear();
      line(label, done);
    } else if (Date.now() - drawnAt >= REDRAW_EVERY) {
      drawnAt = Date.now();
      drawn = true;
      stream.write(`\r\u001b[K${bar(label, done, total)}`);
    }
  }
  return { show, clear };
}

/** "Reading [######------------------] 1,234 of 5,000" */
export function bar(label: string, done: number, total: number): string {
  const filled = Math.round((Math.min(done, total) / total) * WIDTH);
  return `${label} [${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}] ${count(done)} of ${count(total)}`;
}

const count = (n: number): string => n.toLocaleString("en");
