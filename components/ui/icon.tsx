import type { ReactNode } from "react";

/** Each a shape that means something of its own, so that no meaning hangs on colour. */
const SHAPES = {
  stated: <path d="M3 4h10v7H8l-3 3v-3H3z" />,
  checked: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5 8.2 2.1 2.1L11 6" />
    </>
  ),
  confirmed: (
    <>
      <path d="M8 .8 14 3v4.6c0 3.7-2.4 6.2-6 7.6-3.6-1.4-6-3.9-6-7.6V3z" fill="currentColor" />
      <path d="m5 7.9 2.2 2.2L11.2 6" stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  contradicted: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" />
      <path d="M4.8 8h6.4" />
    </>
  ),
  authorised: <path d="M2 6.2 8 2l6 4.2zM3.8 6.5V13M8 6.5V13M12.2 6.5V13M2 13.8h12" />,
  label: (
    <>
      <circle cx="8" cy="6" r="4.4" />
      <path d="M5.6 9.6 4.4 15 8 12.9l3.6 2.1-1.2-5.4" />
    </>
  ),
  outside: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M4.5 8h7" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.3" />,
  caution: <path d="M8 1.8 15 14H1zM8 6v4M8 11.6v.9" />,
  information: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7v4.5M8 4.3v.9" />
    </>
  ),
  remove: <path d="m4 4 8 8M12 4l-8 8" />,
  search: (
    <>
      <circle cx="6.8" cy="6.8" r="4.8" />
      <path d="m10.5 10.5 4 4" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}
