/**
 * What was read by key, kept while the state of what it was read from is the same. Whoever asks has read the state before
 * he asks; the most that is kept is given, and what was asked for longest ago goes first.
 */
export class KeptWhile<V> {
  private state: string | null = null;
  private readonly values = new Map<string, V>();

  constructor(private readonly most: number) {}

  /** The values of these keys: `read` is asked for those that are not kept; a key to which it gives nothing is left out. */
  async get(
    state: string,
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<Map<string, V>> {
    if (state !== this.state) {
      this.values.clear();
      this.state = state;
    }
    const found = new Map<string, V>();
    const missing = new Set<string>();
    for (const key of keys) {
      const value = this.values.get(key);
      if (value === undefined) missing.add(key);
      else this.keep(key, value, found);
    }
    if (missing.size === 0) return found;
    const fresh = await read([...missing]);
    for (const [key, value] of fresh) {
      // In the meantime another may have come with a later state: then this may be of an earlier one.
      if (state === this.state) this.keep(key, value, found);
      else found.set(key, value);
    }
    return found;
  }

  private keep(key: string, value: V, found: Map<string, V>): void {
    found.set(key, value);
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.most) return;
    const [oldest] = this.values.keys();
    if (oldest !== undefined) this.values.delete(oldest);
  }
}
