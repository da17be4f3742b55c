import styles from "./breadcrumbs.module.css";

interface Props {
  label: string;
  /** From the top down, without the page itself. */
  steps: readonly { name: string; href: string }[];
}

export function Breadcrumbs({ label, steps }: Props) {
  return (
    <nav aria-label={label} className={styles.breadcrumbs}>
      <ol>
        {steps.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
