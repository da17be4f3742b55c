// Stands in for `server-only`, which throws where it is imported outside Next.
export {};
