/** Median, p95 and the most, as text with one decimal. */
export function spread(times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return [at(0.5), at(0.95), at(1)].map((time) => time.toFixed(1));
}
