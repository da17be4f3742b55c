/** Failures in a row after which the engine is left alone. */
export const FAILURES = 3;
/** Milliseconds between two tries of an engine that is left alone. */
export const REST = 2_000;

/** "ask": it may answer. "try": it is left alone, and asked this once to see whether it is back. "rest": not now. */
export type Permit = { kind: "ask" | "try"; period: number } | { kind: "rest" };

/**
 * Says when an engine may be asked. It is left alone once it has failed three times in a row, and tried again every
 * two seconds until it answers. Time is in milliseconds of any clock that never goes back.
 */
export class CircuitBreaker {
  /** Counts the changes from asking to leaving alone and back: what was asked in an earlier period says nothing now. */
  private period = 0;
  private failures = 0;
  private triedAt: number | null = null;

  get isOpen(): boolean {
    return this.triedAt !== null;
  }

  permit(now: number): Permit {
    const { period, triedAt } = this;
    if (triedAt === null) return { kind: "ask", period };
    if (now - triedAt < REST) return { kind: "rest" };
    this.triedAt = now;
    return { kind: "try", period };
  }

  /** @returns true where it was left alone until now */
  answered(permit: Permit): boolean {
    if (!this.isNow(permit)) return false;
    this.failures = 0;
    if (this.triedAt === null) return false;
    this.triedAt = null;
    this.period += 1;
    return true;
  }

  /** @returns true where it is left alone from now on */
  failed(permit: Permit, now: number): boolean {
    if (!this.isNow(permit) || this.triedAt !== null) return false;
    this.failures += 1;
    if (this.failures < FAILURES) return false;
    this.triedAt = now;
    this.period += 1;
    return true;
  }

  private isNow(permit: Permit): boolean {
    return permit.kind !== "rest" && permit.period === this.period;
  }
}
