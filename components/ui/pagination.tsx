import styles from "./pagination.module.css";

interface Props {
  labels: { navigation: string; previous: string; next: string; page: (page: number) => string };
  page: number;
  lastPage: number;
  addressOf: (page: number) => string;
}

/** Links to the neighbours, the ends and the pages around this one. */
export function Pagination({ labels, page, lastPage, addressOf }: Props) {
  if (lastPage <= 1 && page <= lastPage) return null;
  const shown = [1, page - 1, page, page + 1, lastPage].filter((n) => n >= 1 && n <= lastPage);
  return (
    <nav aria-label={labels.navigation} className={styles.pagination}>
      {page > 1 && (
        <a href={addressOf(page - 1)} rel="prev">
          {labels.previous}
        </a>
      )}
      <ol>
        {[...new Set(shown)].map((n, index, pages) => (
          <li key={n} data-gap={index > 0 && n - (pages[index - 1] ?? 0) > 1 ? "" : undefined}>
            <a href={addressOf(n)} aria-label={labels.page(n)} aria-current={n === page ? "page" : undefined}>
              {n}
            </a>
          </li>
        ))}
      </ol>
      {page < lastPage && (
        <a href={addressOf(page + 1)} rel="next">
          {labels.next}
        </a>
      )}
    </nav>
  );
}
