import { describe, expect, it } from 'vitest'
import {
  formatBps,
  formatBytes,
  formatCount,
  formatDuration,
  formatMoment,
  formatSpan,
  formatWei,
  parseEther,
  placesOf,
  shortHex,
} from './format.ts'

describe('formatWei', () => {
  it('keeps four places and never drops a wei', () => {
    expect(formatWei(840_000_000_000_000_000n)).toBe('0.8400')
    expect(formatWei('1')).toBe('0.000000000000000001')
    expect(formatWei(1234n * 10n ** 18n)).toBe('1,234.0000')
    expect(formatWei(-(10n ** 17n))).toBe('−0.1000')
  })
  it('rounds only when asked, and says when nothing is left', () => {
    expect(formatWei('123456789012345678', { round: true })).toBe('0.1235')
    expect(formatWei('999999999999999999', { round: true })).toBe('1.0000')
    expect(formatWei('1', { round: true })).toBe('<0.0001')
    expect(formatWei('0', { round: true })).toBe('0.0000')
  })
})

describe('parseEther', () => {
  it('reads what a person types', () => {
    expect(parseEther('0.2')).toBe(2n * 10n ** 17n)
    expect(parseEther(' 1,000.5 ')).toBe(10005n * 10n ** 17n)
    expect(parseEther('.5')).toBe(5n * 10n ** 17n)
    expect(parseEther('0.000000000000000001')).toBe(1n)
  })
  it('refuses what is not an amount', () => {
    for (const text of ['', '.', '-1', '1e3', '0x1', '1.0000000000000000001', '1.2.3', 'one']) expect(parseEther(text)).toBeNull()
  })
  it('finds the places that a column needs', () => {
    expect(placesOf(['1', '0'])).toBe(18)
    expect(placesOf([10n ** 17n, 6_250_000_000_000_000n])).toBe(5)
    expect(placesOf([0n])).toBe(4)
  })
  it('is undone by formatWei', () => {
    for (const wei of [1n, 10n ** 15n, 123_456_789n, 2n * 10n ** 18n + 7n]) expect(parseEther(formatWei(wei))).toBe(wei)
  })
})

it('writes shares, counts, bytes, hashes and times', () => {
  expect([formatBps(750), formatBps(10_000), formatBps(1), formatBps(0)]).toEqual(['7.5 %', '100 %', '0.01 %', '0 %'])
  expect(formatCount(1_254_204)).toBe('1,254,204')
  expect([formatBytes(999), formatBytes(2_123_456), formatBytes(999_999)]).toEqual(['999 B', '2.1 MB', '1.0 MB'])
  expect(shortHex('0x51b0aaaaaaaa9cE2')).toBe('0x51b0…9cE2')
  expect(formatMoment('2020-11-30T18:00:00Z', 'en')).toBe('30 Nov 2020, 18:00 UTC')
  // Any 64 bits that a contract may name.
  expect(formatMoment((2 ** 64 - 1) * 1_000, 'en')).toBe('13 Sept 275760, 00:00 UTC')
  expect([formatDuration(59, 'en'), formatDuration(60, 'en'), formatDuration(7_300, 'en'), formatDuration(-3, 'en')]).toEqual([
    '59 s',
    '1 min',
    '2 h',
    '0 s',
  ])
  expect(formatDuration(172_800, 'zh')).toBe('2 天')
})

it('writes spans in their two largest units', () => {
  expect([0, 59.9, 249, 3_600, 11_520, 604_800, 183_600].map((seconds) => formatSpan(seconds, 'en'))).toEqual([
    '0 s',
    '59 s',
    '4 min 9 s',
    '1 h',
    '3 h 12 min',
    '7 d',
    '2 d 3 h',
  ])
  expect([formatSpan(183_600, 'zh'), formatSpan(-1, 'zh')]).toEqual(['2 天 3 时', '0 秒'])
})
