const paths = {
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  menu: "M12 5h.01M12 12h.01M12 19h.01",
  phone: "M7 2h10v20H7zM11 18.5h2",
  offline:
    "M2 3l20 18M5 12.5a10 10 0 0 1 4-2.3M2 8.5A15 15 0 0 1 6 6M19 12.5a10 10 0 0 0-5-2.7M22 8.5A15 15 0 0 0 10.5 5M8.5 16a5 5 0 0 1 6 .2M12 20h.01",
  online: "M2 8.5a15 15 0 0 1 20 0M5 12.5a10 10 0 0 1 14 0M8.5 16a5 5 0 0 1 7 0M12 20h.01",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  list: "M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01",
  download: "M12 4v11M7 11l5 5 5-5M4 20h16",
  message: "M4 4h16v12H10l-5 5v-5H4z",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.5 16.5 21 21",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 4-7 8-7s8 2 8 7",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4.5 3.5-6 7-6s7 1.5 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.8 4 2.5 4 5.5",
  print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
  pin: "M12 22s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  camera: "M4 7h4l2-3h4l2 3h4v13H4zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  flag: "M5 22V3h13l-3 5 3 5H5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5h.01",
  check: "M4 12.5 9.5 18 20 6.5",
  cross: "M5 5l14 14M19 5 5 19",
  share: "M12 15V3M8 6.5 12 3l4 3.5M5 12v9h14v-9",
  home: "M3 11l9-8 9 8M5 10v10h14V10M10 20v-6h4v6",
  villages: "M2 20h20M4 20v-7l5-4 5 4v7M14 20v-9l3-2.5 3 2.5v9M8 20v-4h2v4",
  send: "M12 15V4M7 8l5-5 5 5M4 14v6h16v-6",
  sending: "M12 19V6M6 11l6-6 6 6",
  file: "M6 2h9l4 4v16H6zM14 2v5h5M12 11v6M9 14.5l3 3 3-3",
  undo: "M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3",
  layers: "M12 3 2 9l10 6 10-6zM3 14l9 6 9-6",
  dry: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2",
  wet: "M6 14a5 5 0 0 1 1-9.5 6 6 0 0 1 11 2A4 4 0 0 1 18 14M8 18l-1 3M13 17l-1 4M18 18l-1 3",
  lock: "M6 11h12v10H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11",
  filter: "M3 5h18l-7 8v6l-4 2v-8z",
  page: "M6 2h12v20H6zM9 7h6M9 11h6M9 15h4",
  calendar: "M4 6h16v15H4zM4 11h16M8 3v5M16 3v5",
  chart: "M4 4v16h16M8 16v-5M12 16V8M16 16v-3",
  map: "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6",
  history: "M4 12a8 8 0 1 0 2.5-5.8M4 3v4h4M12 8v4.5l3 2",
  grid: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  money: "M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 9v.01M18 15v.01",
  settings:
    "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  language:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 9h17M3.5 15h17M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3z",
} as const;

export type IconName = keyof typeof paths;

/** A stroke icon. Decorative unless it stands alone with a `label`. */
export function Icon({ name, small, label }: { name: IconName; small?: boolean; label?: string }) {
  return (
    <svg
      className={small ? "ic s" : "ic"}
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      <path d={paths[name]} />
    </svg>
  );
}
