/** Line drawings on a grid of 20. Each has its paths; all take the colour of the text. */
const drawings = {
  search: ['M8.5 2.5a6 6 0 1 1 0 12a6 6 0 0 1 0-12z', 'm13 13 5.5 5.5'],
  filter: ['M2 5h16M5 10h10M8 15h4'],
  close: ['m4 4 12 12M16 4 4 16'],
  copy: ['M6 6h11v12H6zM3 14V2h11'],
  wallet: ['M2 5.5h16v11H2zM2 5.5 14 2.500v3M13 11h2.500'],
  check: ['m3 10.500 4.500 4.500L17 5'],
  down: ['m5 8 5 5 5-5'],
  scene: ['M1.5 3.5h17v13h-17zM1.5 14l5-5 4 4 3-2.5 5 4', 'M13 5.500a1.500 1.500 0 1 1 0 3a1.500 1.500 0 0 1 0-3z'],
  item: ['m10 1.5 7.5 4.3v8.4L10 18.5l-7.5-4.3V5.8zM2.5 5.8 10 10l7.5-4.2M10 10v8.5'],
  avatar: ['M10 2.500a4 4 0 1 1 0 8a4 4 0 0 1 0-8z', 'M2.5 18.5c0-5 3.5-6.5 7.5-6.5s7.5 1.5 7.5 6.5'],
  world: ['M10 2a8 8 0 1 1 0 16a8 8 0 0 1 0-16z', 'M2 10h16M10 2c6 5 6 11 0 16M10 2C4 7 4 13 10 18'],
  audio: ['M2 8v4M6 4v12M10 7v6M14 2v16M18 8v4'],
  loop: ['M3 10a6 6 0 0 1 10.5-4L16 8.5M17 10a6 6 0 0 1-10.5 4L4 11.5M16 4.5v4h-4M4 15.5v-4h4'],
  persona: ['M2 3h16v11h-8l-4 4v-4H2zM6 7h8M6 10h5'],
  upload: ['M10 12V2m-4 4 4-4 4 4M4 9v9h12V9'],
  create: ['M10 3v14M3 10h14'],
  more: ['M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3z', 'M14 11.500v5M11.500 14h5'],
  remix: [
    'M5 2.500a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM5 13.500a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM15 4.500a2 2 0 1 1 0 4a2 2 0 0 1 0-4z',
    'M5 6.500v7M15 8.500c0 4-10 2-10 5',
  ],
} as const

export type IconName = keyof typeof drawings

/** A decorative drawing; the word beside it says what it means. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      {drawings[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

/** Half a disc: light or dark. */
export function ThemeIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
    </svg>
  )
}

/** The mark of Daedal: a labyrinth with the needle. */
export function Mark() {
  return (
    <svg viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeWidth="1.7" aria-hidden="true">
      <path d="M13 2.2A10.8 10.8 0 1 1 4.2 6.7M13 6.2a6.8 6.8 0 1 1-6.5 4.9M13 10.2a2.8 2.8 0 1 1-2.8 2.8" />
      <path d="M13 13V1" stroke="var(--needle)" strokeWidth="2" />
    </svg>
  )
}
