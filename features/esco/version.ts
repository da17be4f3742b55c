const VERSION = /(?:\bv|esco\D{0,12})(\d+\.\d+(?:\.\d+)?)(?![\d.]*\d)/i;

/** The version that a path, a file or a source names: "esco/v1.1.1/en" -> "1.1.1"; the first that has one. */
export function escoVersion(names: readonly string[]): string | null {
  for (const name of names) {
    const version = VERSION.exec(name)?.[1];
    if (version !== undefined) return version;
  }
  return null;
}
