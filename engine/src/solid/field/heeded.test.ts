import { describe, expect, it } from 'vitest'
import { heeded, PATIENCE } from './heeded.ts'

describe('heeded', () => {
  it('asks once in so many questions, to whichever field they go, and answers the same', () => {
    let asked = 0
    const [one, other] = heeded(
      [{ field: (x: number, _y: number, _z: number) => x }, { field: (_x: number, y: number, _z: number) => 2 * y }],
      () => asked++,
    )
    for (let i = 0; i < PATIENCE; i++) {
      expect(one!.field(i, 0, 0)).toBe(i)
      expect(other!.field(0, i, 0)).toBe(2 * i)
    }
    expect(asked).toBe(2)
  })

  it('lets what heed throws through', () => {
    const [part] = heeded([{ field: (_x: number, _y: number, _z: number) => 1 }], () => {
      throw new Error('stop')
    })
    expect(() => {
      for (let i = 0; i < PATIENCE; i++) part!.field(0, 0, 0)
    }).toThrow('stop')
  })
})
