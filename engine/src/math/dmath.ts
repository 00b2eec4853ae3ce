/** Deterministic maths: + − × ÷, sqrt, floor and abs only, so the bits are the same on every machine. */

export const PI = 3.141592653589793
export const TAU = 6.283185307179586
const PI_HI = 3.1415926218032837
const PI_LO = 3.1786509424591713e-8
const LN2 = 0.6931471805599453

/** Sine; error about 1e-10 for |x| below 1e6. */
export function sin(x: number): number {
  const k = Math.floor(x / PI + 0.5)
  const r = x - k * PI_HI - k * PI_LO
  const q = r * r
  const p =
    r *
    (1 + q * (-1 / 6 + q * (1 / 120 + q * (-1 / 5040 + q * (1 / 362880 + q * (-1 / 39916800 + q * (1 / 6227020800 - q / 1307674368000)))))))
  return (k & 1) === 0 ? p : -p
}

export const cos = (x: number) => sin(x + PI / 2)

/** Arc tangent of 0..1: the angle is halved twice so that the series is short. */
function atan01(t: number): number {
  const u = t / (1 + Math.sqrt(1 + t * t))
  const v = u / (1 + Math.sqrt(1 + u * u))
  const q = v * v
  return 4 * v * (1 + q * (-1 / 3 + q * (1 / 5 + q * (-1 / 7 + q * (1 / 9 + q * (-1 / 11 + q * (1 / 13 - q / 15)))))))
}

export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  let a = ax > ay ? atan01(ay / ax) : PI / 2 - atan01(ax / ay)
  if (x < 0) a = PI - a
  return y < 0 ? -a : a
}

export function exp(x: number): number {
  if (x < -700) return 0
  const c = x > 700 ? 700 : x
  const k = Math.floor(c / LN2 + 0.5)
  const r = c - k * LN2
  let p = 1
  for (let i = 10; i > 0; i--) p = 1 + (r / i) * p
  let n = k < 0 ? -k : k
  let b = k < 0 ? 0.5 : 2
  while (n > 0) {
    if (n & 1) p *= b
    b *= b
    n >>= 1
  }
  return p
}

export function log(x: number): number {
  if (x <= 0) return -745
  let m = x
  let k = 0
  while (m > 1.4142135623730951) {
    m *= 0.5
    k++
  }
  while (m < 0.7071067811865476) {
    m *= 2
    k--
  }
  const t = (m - 1) / (m + 1)
  const q = t * t
  return k * LN2 + 2 * t * (1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q / 17))))))))
}

/** x to the power y; 0 for x ≤ 0. */
export const pow = (x: number, y: number) => (x <= 0 ? 0 : exp(y * log(x)))

export const clamp = (x: number, low: number, high: number) => (x < low ? low : x > high ? high : x)
export const saturate = (x: number) => (x < 0 ? 0 : x > 1 ? 1 : x)
export const mix = (a: number, b: number, t: number) => a + (b - a) * t

/** Hermite step from a to b; falls instead of rising when b < a. */
export function smooth(a: number, b: number, x: number): number {
  const t = saturate((x - a) / (b - a))
  return t * t * (3 - 2 * t)
}
