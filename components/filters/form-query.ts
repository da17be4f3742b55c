/** What a form would send, as a query; null where there is no such form. */
export function formQuery(id: string): URLSearchParams | null {
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return null;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") query.append(name, value);
  return query;
}
