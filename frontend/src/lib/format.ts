const ETHER = 10n ** 18n

/** Groups thousands with commas, in every language. */
const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/**
 * An amount in wei as ether, with at least `decimals` places. Smaller parts are never dropped silently:
 * more places are shown when the amount has them (up to 18), unless `round` allows an estimate.
 */
export function formatWei(wei: bigint | string, { decimals = 4, round = false }: { decimals?: number; round?: boolean } = {}): string {
  const amount = BigInt(wei)
  const sign = amount < 0n ? '−' : ''
  const size = amount < 0n ? -amount : amount
  const whole = size / ETHER
  const fraction = (size % ETHER).toString().padStart(18, '0')
  const significant = fraction.replace(/0+$/, '')
  if (!round || significant.length <= decimals) {
    const shown = significant.padEnd(decimals, '0')
    return `${sign}${group(whole.toString())}${shown ? `.${shown}` : ''}`
  }
  const unit = 10n ** BigInt(18 - decimals)
  const rounded = (size + unit / 2n) / unit
  if (rounded === 0n) return `<0.${'0'.repeat(decimals - 1)}1`
  const digits = rounded.toString().padStart(decimals + 1, '0')
  return `${sign}${group(digits.slice(0, -decimals))}.${digits.slice(-decimals)}`
}

/** Decimal places, four or more, at which amounts of wei that stand in one column are all exact. */
export const placesOf = (amounts: readonly (bigint | string)[]): number =>
  Math.max(4, ...amounts.map((wei) => (BigInt(wei) % ETHER).toString().padStart(18, '0').replace(/0+$/, '').length))

/** Reads ether as typed by a person into wei; null when it is not a number of ether with up to 18 places. */
export function parseEther(text: string): bigint | null {
  const match = /^(\d{1,12})(?:\.(\d{0,18}))?$|^\.(\d{1,18})$/.exec(text.trim().replaceAll(',', ''))
  if (!match) return null
  return BigInt(match[1] ?? '0') * ETHER + BigInt((match[2] ?? match[3] ?? '').padEnd(18, '0'))
}

/** 750 → `7.5 %`. */
export function formatBps(bps: number): string {
  const text = (bps / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${text} %`
}

/** 1254204 → `1,254,204`. */
export const formatCount = (count: number | bigint): string => group(count.toString())

/** 2123456 → `2.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const units = ['kB', 'MB', 'GB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value.toFixed(1)} ${units[unit]}`
}

/** `0x51b0…9cE2`. */
export const shortHex = (hex: string, head = 6, tail = 4): string =>
  hex.length <= head + tail + 1 ? hex : `${hex.slice(0, head)}…${hex.slice(-tail)}`

const dates = new Map<string, Intl.DateTimeFormat>()
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options)
  dates.set(key, made)
  return made
}

/** Last moment of a date in JavaScript, milliseconds. */
const LAST_DATE = 8.64e15

/** `30 Nov, 18:00 UTC`; with the year when it is not this one. */
export function formatMoment(time: string | number | Date, language: string): string {
  // A contract can name a moment that no clock shows.
  const date = new Date(typeof time === 'number' ? Math.min(time, LAST_DATE) : time)
  const year = date.getUTCFullYear() === new Date().getUTCFullYear() ? {} : ({ year: 'numeric' } as const)
  const day = dateFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC', ...year }).format(date)
  const clock = dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(date)
  return language === 'zh' ? `${day} ${clock} UTC` : `${day}, ${clock} UTC`
}

const ageUnits = [
  ['d', 86_400, '天'],
  ['h', 3_600, '时'],
  ['min', 60, '分'],
  ['s', 1, '秒'],
] as const

/** A duration in its largest unit: `27 d`, `3 h`, `12 s`. */
export function formatDuration(seconds: number, language: string): string {
  const size = Math.max(0, Math.round(seconds))
  const unit = ageUnits.find(([, length]) => size >= length) ?? ageUnits[3]
  return `${Math.floor(size / unit[1])} ${language === 'zh' ? unit[2] : unit[0]}`
}

/** A span in its two largest units, without the second when it is nothing: `2 d 3 h`, `7 d`, `4 min 9 s`. Parts of a second are dropped. */
export function formatSpan(seconds: number, language: string): string {
  let left = Math.max(0, Math.floor(seconds))
  const first = ageUnits.findIndex(([, length]) => left >= length)
  const from = first < 0 ? ageUnits.length - 1 : first
  const parts: string[] = []
  for (const [en, length, zh] of ageUnits.slice(from, from + 2)) {
    const count = Math.floor(left / length)
    left -= count * length
    if (count || !parts.length) parts.push(`${count} ${language === 'zh' ? zh : en}`)
  }
  return parts.join(' ')
}

/** How long ago, as {@link formatDuration}. */
export const formatAge = (time: string | number | Date, language: string, now = Date.now()): string =>
  formatDuration((now - new Date(time).getTime()) / 1000, language)

/** Milliseconds as seconds with one place: `1.8 s`. */
export const formatSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
